export type View = { from: number; to: number }

/** So much closer, or so much farther away, with each press of a key. */
const FACTOR = 2

/** A part of the whole: closer or farther around a moment, no finer than `least`; `null`: all of it. */
export function zoomed(whole: View, view: View, factor: number, around: number, least: number): View | null {
  const length = Math.max(least, (view.to - view.from) * factor)
  if (length >= whole.to - whole.from) return null
  const share = (around - view.from) / (view.to - view.from)
  return within(whole, around - length * Math.min(1, Math.max(0, share)), length)
}

export function zoomedByKey(whole: View, view: View, key: '+' | '-' | '0', around: number, least: number): View | null {
  if (key === '0') return null
  return zoomed(whole, view, key === '+' ? 1 / FACTOR : FACTOR, around, least)
}

/** The same length, moved by so much, and no farther than the whole reaches. */
export function moved(whole: View, view: View, by: number): View {
  return within(whole, view.from + by, view.to - view.from)
}

/** The least move that brings a moment into sight. */
export function withInSight(whole: View, view: View, moment: number): View {
  if (moment < view.from) return moved(whole, view, moment - view.from)
  return moment > view.to ? moved(whole, view, moment - view.to) : view
}

function within(whole: View, from: number, length: number): View {
  const begin = Math.min(Math.max(from, whole.from), whole.to - length)
  return { from: begin, to: begin + length }
}
