import type { Zone } from '@/lib/domain/zone'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR
const STEPS = [
  ...[1, 2, 5, 10, 15, 30].map((minutes) => minutes * MINUTE),
  ...[1, 2, 3, 6, 12].map((hours) => hours * HOUR),
  ...[1, 2, 7, 14, 28, 56, 112, 364].map((days) => days * DAY),
]
/** 5 January 1970, a Monday: weeks begin there. */
const MONDAY = 4 * DAY

export type Ticks = { stepMs: number; at: number[] }

/**
 * Moments at which a clock in the zone shows round times, the steps as fine as `most` of them allow; those of whole days
 * stand where the board's days begin, `dayStartMs` after midnight.
 */
export function ticksOf(from: number, to: number, most: number, zone: Zone, dayStartMs = 0): Ticks {
  const stepMs = STEPS.find((step) => (to - from) / step <= most) ?? (to - from) / Math.max(1, most)
  const base = stepMs >= DAY ? MONDAY + dayStartMs : 0
  const local = (at: number) => at + zone.offset(at)
  const at: number[] = []
  const first = Math.ceil((local(from) - base) / stepMs) * stepMs + base
  for (let shown = first; shown <= local(to); shown += stepMs) {
    const guess = shown - zone.offset(shown)
    const moment = shown - zone.offset(guess)
    if (moment >= from && moment <= to && moment > (at.at(-1) ?? Number.NEGATIVE_INFINITY)) at.push(moment)
  }
  return { stepMs, at }
}

/** Is this midnight by the clock there? */
export function isMidnight(at: number, zone: Zone): boolean {
  return (at + zone.offset(at)) % DAY === 0
}

/** The middle of each day in sight, that of the last as far as it goes; where `to` is, the next one only begins. */
export function middlesOf(days: readonly number[], to: number): number[] {
  return days.filter((from) => from < to).map((from) => (from + Math.min(to, from + DAY)) / 2)
}

const COUNTS = [1, 2, 5]

/** Steps of counts: 1, 2, 5, 10, 20 …, never half a call. */
export function countStep(most: number, lines: number): number {
  for (let ten = 1; ; ten *= 10) {
    const step = COUNTS.find((one) => one * ten * lines >= most)
    if (step !== undefined) return step * ten
  }
}

/** Steps of durations, ms. */
export function durationStep(mostMs: number, lines: number): number {
  const steps = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200].map((seconds) => seconds * 1000)
  return steps.find((step) => step * lines >= mostMs) ?? mostMs
}
