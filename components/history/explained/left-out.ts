import type { LevelFormula, Tally } from '@/lib/domain/kpi'
import { type Figure, UNIT_OF_FIGURE } from '@/lib/kpi/figures'
import { offeredOf } from '@/lib/kpi/tally'
import type { Explanation } from '@/lib/protocol/visits'
import { unreachable } from '@/lib/unreachable'

/** Why somebody who was offered is in no part of a figure. */
type LeftOut =
  | 'lostInTime'
  | 'lost'
  | 'short'
  | 'other'
  | 'unknown'
  | 'unanswered'
  | 'talking'
  | 'wrapUp'
  | 'turnedAway'
type Counts = readonly (readonly [LeftOut, number])[]

/**
 * Who is not counted in a figure, and why: with those below its line, all whom the queues were offered. Whom they did not
 * let in is in no figure at all.
 * @param formula of all queues alike; `null`: they differ, and each leaves out others
 */
export function leftOut(told: Pick<Explanation, 'figure' | 'tally' | 'turnedAway'>, formula: LevelFormula | null) {
  const { figure, tally, turnedAway } = told
  const counts: Counts = [...ofFigure(figure, tally, formula), ['turnedAway', turnedAway]]
  return counts.filter(([, count]) => count > 0)
}

function ofFigure(figure: Figure, tally: Tally, formula: LevelFormula | null): Counts {
  switch (figure) {
    case 'serviceLevel':
      return formula === null ? [] : ofLevel(tally, formula)
    case 'speedOfAnswer':
      return [['unanswered', offeredOf(tally) - tally.answered]]
    case 'averageWait':
    case 'longestWait':
      return [['unknown', offeredOf(tally) - tally.waits]]
    case 'averageTalk':
      return [['talking', tally.answered - tally.talks]]
    case 'averageHandling':
      return [
        ['talking', tally.answered - tally.talks],
        ['wrapUp', tally.talks - tally.wrapUps],
      ]
    default:
      return UNIT_OF_FIGURE[figure] === 'share' ? [['short', tally.short]] : []
  }
}

function ofLevel({ lost, lostInTime, short, other, unknown }: Tally, formula: LevelFormula): Counts {
  const otherwise: Counts = [
    ['other', other],
    ['unknown', unknown],
  ]
  switch (formula) {
    case 'SL1':
    case 'SL3':
      return [['short', short], ...otherwise]
    case 'SL2':
      return [['lost', lost], ['short', short], ...otherwise]
    case 'SL4':
      return [['lostInTime', lostInTime], ['short', short], ...otherwise]
    case 'SL5':
      return otherwise
    default:
      return unreachable(formula)
  }
}
