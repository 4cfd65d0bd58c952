import type { Calendar } from './slots'
import type { Span } from './span'

const DAY_MS = 86_400_000
/** Clocks are moved by less than this within a span. */
const CHANGE_MS = 2 * 3_600_000

/**
 * What a span is compared with. One that begins with a day: as many days before, and of the last of them no more than it
 * has of its own, so that a morning is held against a morning. Any other: the span of the same length that ends where it begins.
 */
export function spanBefore({ from, to }: Span, dayStart: Calendar['dayStart']): Span {
  if (dayStart(from) !== from) return { from: from - (to - from), to: from }
  const days = Math.max(1, Math.ceil((to - from - CHANGE_MS) / DAY_MS))
  // Half a day into it no change of the clock leads astray.
  const begin = dayStart(from - (days - 0.5) * DAY_MS)
  return { from: begin, to: dayStart(to) === to ? from : Math.min(from, begin + (to - from)) }
}
