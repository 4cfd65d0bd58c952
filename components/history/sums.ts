import type { Tally } from '@/lib/domain/kpi'
import { type Figure, fractionOf } from '@/lib/kpi/figures'
import { type Fraction, shareOf } from '@/lib/kpi/service-level'

/** What a report says of one row, or of all. */
export type Sums = { tally: Tally; level: Fraction }

/** A figure of a report's sums as a fraction; the level is that of each queue by its own rules, added up. */
export function fractionIn(figure: Figure, { tally, level }: Sums): Fraction {
  return figure === 'serviceLevel' ? level : fractionOf(figure, tally, { formula: 'SL4' })
}

/** `null`: there is nothing to divide by. */
export function figureIn(figure: Figure, sums: Sums): number | null {
  return shareOf(fractionIn(figure, sums))
}
