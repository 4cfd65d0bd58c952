import type { KpiRules } from '@/lib/domain/kpi'
import type { Visit } from '@/lib/domain/visit'
import { type Figure, fractionOf, UNIT_OF_FIGURE } from './figures'
import type { Fraction } from './service-level'
import { addVisit, emptyTally } from './tally'

/**
 * What one visit adds to a figure, above and below the line. Every figure but the longest wait is the sum over its visits,
 * so this is also the answer to which visits stand behind it. A count is divided by nothing.
 */
export function contributionOf(figure: Figure, visit: Visit, rules: KpiRules): Fraction {
  const tally = emptyTally()
  addVisit(tally, visit, rules)
  const { numerator, denominator } = fractionOf(figure, tally, rules)
  const isDivided = UNIT_OF_FIGURE[figure] !== 'count' && figure !== 'longestWait'
  return { numerator, denominator: isDivided ? denominator : 0 }
}
