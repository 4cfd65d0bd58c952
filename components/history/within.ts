import { weekHourKey, weekHourOf } from '@/lib/domain/week-hour'

/** From (included) to (not included), ms; `null`: however long. */
export type TookFromTo = { from: number; to: number | null }
/** A part of what is asked for: one hour of the week (`3|14`), or waits or talks of some length. */
export type Within = { weekHour: string } | { wait: TookFromTo } | { talk: TookFromTo }

/** Adds it to the parameters of a question; the longer of two least lengths counts. */
export function narrow(params: URLSearchParams, within: Within | undefined): void {
  if (within === undefined) return
  if ('weekHour' in within) {
    params.set('weekdayHour', within.weekHour)
    return
  }
  const [name, { from, to }] = 'wait' in within ? (['Wait', within.wait] as const) : (['Talk', within.talk] as const)
  params.set(`min${name}`, String(from))
  if (to !== null) params.set(`${name.toLowerCase()}Below`, String(to))
}

/** As an address says it: `hour:3|14`, `wait:5-10` in seconds. */
export function withinText(within: Within): string {
  if ('weekHour' in within) return `hour:${within.weekHour}`
  const [name, { from, to }] = 'wait' in within ? (['wait', within.wait] as const) : (['talk', within.talk] as const)
  return `${name}:${from / 1000}-${to === null ? '' : to / 1000}`
}

/** `null`: says nothing of the kind. */
export function withinOf(text: string): Within | null {
  const hour = text.startsWith('hour:') ? weekHourOf(text.slice('hour:'.length)) : null
  if (hour) return { weekHour: weekHourKey(hour) }
  const [, name, from, to] = /^(wait|talk):(\d{1,6})-(\d{0,6})$/.exec(text) ?? []
  if (name === undefined) return null
  const took = { from: Number(from) * 1000, to: to === '' ? null : Number(to) * 1000 }
  if (took.to !== null && took.to <= took.from) return null
  return name === 'wait' ? { wait: took } : { talk: took }
}
