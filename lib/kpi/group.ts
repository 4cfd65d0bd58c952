import type { KpiWindow, LevelFormula, QueueKpi, Tally } from '@/lib/domain/kpi'
import { type Figure, fractionOf } from './figures'
import { addFraction, type Fraction, serviceLevel } from './service-level'
import { addTally, emptyTally } from './tally'

/** The figures of several queues in one window, as one. */
export type GroupKpi = {
  /** Of how many queues. */
  queues: number
  tally: Tally
  /**
   * What is above and below the line of each queue's own level, summed: every queue counts by its own threshold, its own
   * endings that are lost and its own formula. Where all have the same formula, it is that formula over the sums.
   */
  level: Fraction
  /** The formulas in it, each once: a level of several can be told, and has no name. */
  formulas: readonly LevelFormula[]
  /** Whom they did not let in; no visits, so not in the tally. */
  turnedAway: number
  /** How much of the window nobody saw of the queue of which least was seen, ms: a lost link hides all its queues at once. */
  unseenMs: number
}

/** The sum of any number of queues; of none it is nothing. */
export function groupKpi(kpis: Iterable<QueueKpi>, window: KpiWindow): GroupKpi {
  const formulas = new Set<LevelFormula>()
  let level: Fraction = { numerator: 0, denominator: 0 }
  let sum: Omit<GroupKpi, 'level' | 'formulas'> = { queues: 0, tally: emptyTally(), turnedAway: 0, unseenMs: 0 }
  for (const { rules, windows, turnedAway, unseenMs } of kpis) {
    const tally = windows[window]
    level = addFraction(level, serviceLevel(tally, rules.formula))
    formulas.add(rules.formula)
    sum = {
      queues: sum.queues + 1,
      tally: addTally(sum.tally, tally),
      turnedAway: sum.turnedAway + turnedAway[window],
      unseenMs: Math.max(sum.unseenMs, unseenMs[window]),
    }
  }
  return { ...sum, level, formulas: [...formulas] }
}

/** A figure of the group as a fraction. */
export function groupFraction(figure: Figure, { tally, level }: GroupKpi): Fraction {
  return figure === 'serviceLevel' ? level : fractionOf(figure, tally, { formula: 'SL4' })
}
