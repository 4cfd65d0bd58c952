import type { KpiRules, Tally } from '@/lib/domain/kpi'
import { unreachable } from '@/lib/unreachable'
import { type Fraction, serviceLevel } from './service-level'
import { offeredOf } from './tally'

/** Every figure of a span of time, by its name in explanations and reports. */
export const FIGURES = [
  'offered',
  'answered',
  'lost',
  'short',
  'other',
  'unknown',
  'serviceLevel',
  'lossRate',
  'abandonRate',
  'speedOfAnswer',
  'averageWait',
  'longestWait',
  'averageTalk',
  'averageHandling',
] as const
export type Figure = (typeof FIGURES)[number]

/** In what a figure is told: a count, a share from 0 to 1, or ms. */
export const UNIT_OF_FIGURE: Readonly<Record<Figure, 'count' | 'share' | 'ms'>> = {
  ...{ offered: 'count', answered: 'count', lost: 'count', short: 'count', other: 'count', unknown: 'count' },
  ...{ serviceLevel: 'share', lossRate: 'share', abandonRate: 'share' },
  ...{ speedOfAnswer: 'ms', averageWait: 'ms', longestWait: 'ms', averageTalk: 'ms', averageHandling: 'ms' },
}

/**
 * A figure as a fraction; a count, or the longest wait, stands over 1. Handling is talk, hold and wrap-up: one that goes on,
 * or is not known, adds nothing yet, and explanations say of how many talks.
 */
export function fractionOf(figure: Figure, tally: Tally, rules: Pick<KpiRules, 'formula'>): Fraction {
  const over = (numerator: number, denominator: number): Fraction => ({ numerator, denominator })
  switch (figure) {
    case 'offered':
      return over(offeredOf(tally), 1)
    case 'answered':
    case 'short':
    case 'other':
    case 'unknown':
      return over(tally[figure], 1)
    case 'lost':
      return over(tally.lost + tally.short, 1)
    case 'serviceLevel':
      return serviceLevel(tally, rules.formula)
    case 'lossRate':
      return over(tally.lost, offeredOf(tally))
    case 'abandonRate':
      return over(tally.hungUp, offeredOf(tally))
    case 'speedOfAnswer':
      return over(tally.answeredWaitMs, tally.answered)
    case 'averageWait':
      return over(tally.waitMs, tally.waits)
    case 'longestWait':
      return over(tally.longestWaitMs, 1)
    case 'averageTalk':
      return over(tally.talkMs, tally.talks)
    case 'averageHandling':
      return over(tally.talkMs + tally.heldMs + tally.wrapUpMs, tally.talks)
    default:
      return unreachable(figure)
  }
}
