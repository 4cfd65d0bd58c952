import type { KpiWindow, QueueKpi } from '@/lib/domain/kpi'
import { type Figure, fractionOf, UNIT_OF_FIGURE } from '@/lib/kpi/figures'
import { shareOf } from '@/lib/kpi/service-level'

/** A figure over some queues: each counts by its own rules. `null`: there is nothing to divide by. */
export function figureOver(figure: Figure, kpis: readonly QueueKpi[], window: KpiWindow): number | null {
  const fractions = kpis.map(({ windows, rules }) => fractionOf(figure, windows[window], rules))
  const numerators = fractions.map(({ numerator }) => numerator)
  if (figure === 'longestWait') return Math.max(0, ...numerators)
  const numerator = sum(numerators)
  if (UNIT_OF_FIGURE[figure] === 'count') return numerator
  return shareOf({ numerator, denominator: sum(fractions.map(({ denominator }) => denominator)) })
}

/** How much of the window nobody saw, ms: the most of any queue's PBX. */
export function unseenOver(kpis: readonly QueueKpi[], window: KpiWindow): number {
  return Math.max(0, ...kpis.map(({ unseenMs }) => unseenMs[window]))
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0)
}
