import type { LevelFormula, Tally } from '@/lib/domain/kpi'
import { unreachable } from '@/lib/unreachable'

/** A figure as a fraction, so that it can be explained: what stands above, and below. */
export type Fraction = { numerator: number; denominator: number }

/** The service level by one of five formulas. */
export function serviceLevel(tally: Tally, formula: LevelFormula): Fraction {
  const { answered, answeredInTime, lost, lostInTime, short } = tally
  switch (formula) {
    case 'SL1':
      return { numerator: answeredInTime + lostInTime, denominator: answered + lost }
    case 'SL2':
      return { numerator: answeredInTime, denominator: answered }
    case 'SL3':
      return { numerator: answeredInTime, denominator: answered + lost }
    case 'SL4':
      return { numerator: answeredInTime, denominator: answered + lost - lostInTime }
    case 'SL5':
      return { numerator: answeredInTime + short, denominator: answered + lost + short }
    default:
      return unreachable(formula)
  }
}

/** Of several queues or spans: what stands above is added up, and what stands below. */
export function addFraction(a: Fraction, b: Fraction): Fraction {
  return { numerator: a.numerator + b.numerator, denominator: a.denominator + b.denominator }
}

/** 0 to 1; `null`: nothing to divide by, which is no 0 %. */
export function shareOf({ numerator, denominator }: Fraction): number | null {
  return denominator === 0 ? null : numerator / denominator
}

/**
 * How far a target (0 to 1) is away: so many more misses today's level allows, or so many straight hits win it back. A
 * miss is one answered too late, or lost too late; `null`: there is nothing to measure by yet.
 */
export function headroom(
  { numerator, denominator }: Fraction,
  target: number,
): { misses: number } | { hits: number } | null {
  if (denominator === 0 || target <= 0) return null
  if (numerator / denominator >= target) return { misses: Math.floor(numerator / target + ROUNDING) - denominator }
  if (target >= 1) return { hits: Number.POSITIVE_INFINITY }
  return { hits: Math.ceil((target * denominator - numerator) / (1 - target) - ROUNDING) }
}

/** 0.7 × 10 is 7.000000000000001 to a computer. */
const ROUNDING = 1e-9
