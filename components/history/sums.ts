import type { KpiRules, Tally } from '@/lib/domain/kpi'
import { type Figure, fractionOf } from '@/lib/kpi/figures'
import { type Fraction, shareOf } from '@/lib/kpi/service-level'

/** What a report says of one row, or of all. */
export type Sums = { tally: Tally; level: Fraction }

/** Only the service level is reckoned by one, and that of a row is known. */
const NO_FORMULA = { formula: 'SL4' } as const

/** A figure of a report's sums as a fraction; the level is that of each queue by its own rules, added up. */
function fractionIn(figure: Figure, { tally, level }: Sums): Fraction {
  return figure === 'serviceLevel' ? level : fractionOf(figure, tally, NO_FORMULA)
}

/** `null`: there is nothing to divide by. */
export function figureIn(figure: Figure, sums: Sums): number | null {
  if (figure === 'longestWait' && sums.tally.waits === 0) return null
  return shareOf(fractionIn(figure, sums))
}

type RulesOfQueue = { queue: string; rules: KpiRules }

/** What all these queues have in common of their rules; `null`: they differ, or there are none. */
export function commonRule<K extends keyof KpiRules>(rules: readonly RulesOfQueue[], key: K): KpiRules[K] | null {
  const [first, ...others] = new Set(rules.map((one) => one.rules[key]))
  return first === undefined || others.length > 0 ? null : first
}
