import type { KpiRules, KpiWindow, QueueKpi, Tally } from '@/lib/domain/kpi'
import { addFraction, type Fraction, serviceLevel } from './service-level'

/** The sums of one queue over one window, with what they are divided by, and what of them nobody saw. */
export type WindowTally = Tally &
  Pick<KpiRules, 'formula' | 'thresholdMs'> & {
    /** When today began, ms since 1970. */
    daySince: number
    /** How much of the window nobody saw, ms, in whole steps: while a link is down it grows, and screens need not follow. */
    unseenMs: number
  }

export function windowTally({ windows, rules, since, unseenMs }: QueueKpi, window: KpiWindow): WindowTally {
  const { formula, thresholdMs } = rules
  return { ...windows[window], formula, thresholdMs, daySince: since, unseenMs: inSteps(unseenMs[window]) }
}

/** The service level of several queues: each counts by its own rules, and what stands above and below adds up. */
export function levelOver(tallies: readonly WindowTally[]): Fraction {
  const nothing: Fraction = { numerator: 0, denominator: 0 }
  return tallies.map((tally) => serviceLevel(tally, tally.formula)).reduce(addFraction, nothing)
}

/** In percent; `null`: there is nothing to divide by. What comes out whole is whole. */
export function percentOf({ numerator, denominator }: Fraction): number | null {
  return denominator === 0 ? null : (100 * numerator) / denominator
}

/** All who were lost, the short ones among them, as `figures.ts` counts them. */
export function lostOf({ lost, short }: Pick<Tally, 'lost' | 'short'>): number {
  return lost + short
}

/** How many minutes a window has; `null`: it is today. */
export function minutesOf(window: KpiWindow): number | null {
  return window === 'today' ? null : Number(window.slice('last'.length))
}

const SECOND_MS = 1000
const MINUTE_MS = 60_000

/** Up to a minute in seconds, then in minutes; never down to nothing. */
function inSteps(ms: number): number {
  const step = ms < MINUTE_MS ? SECOND_MS : MINUTE_MS
  return Math.ceil(ms / step) * step
}
