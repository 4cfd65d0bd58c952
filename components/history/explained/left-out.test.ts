import { expect, test } from 'vitest'
import { LEVEL_FORMULAS } from '@/lib/domain/kpi'
import { serviceLevel } from '@/lib/kpi/service-level'
import { emptyTally, offeredOf } from '@/lib/kpi/tally'
import { leftOut } from './left-out'

const tally = {
  ...emptyTally(),
  ...{
    answered: 312,
    answeredInTime: 252,
    lost: 45,
    lostInTime: 9,
    short: 5,
    other: 6,
    unknown: 2,
    talks: 300,
    wrapUps: 290,
    waits: 368,
  },
}

test.each(LEVEL_FORMULAS)('by %s those below the line and those not counted are all who were offered', (formula) => {
  const out = leftOut({ figure: 'serviceLevel', tally, turnedAway: 0 }, formula)
  const counted = serviceLevel(tally, formula).denominator
  expect(out.reduce((sum, [, count]) => sum + count, counted)).toBe(offeredOf(tally))
})

test('each figure says whom it leaves out, and who never joined', () => {
  const of = (figure: Parameters<typeof leftOut>[0]['figure']) => leftOut({ figure, tally, turnedAway: 3 }, 'SL4')
  expect(of('speedOfAnswer')).toEqual([
    ['unanswered', 58],
    ['turnedAway', 3],
  ])
  expect(of('averageTalk')).toEqual([
    ['talking', 12],
    ['turnedAway', 3],
  ])
  expect(of('averageHandling')).toEqual([
    ['talking', 12],
    ['wrapUp', 10],
    ['turnedAway', 3],
  ])
  expect(of('averageWait')[0]).toEqual(['unknown', 2])
  expect(of('lossRate')[0]).toEqual(['short', 5])
  expect(of('offered')).toEqual([['turnedAway', 3]])
  expect(leftOut({ figure: 'serviceLevel', tally, turnedAway: 0 }, null)).toEqual([])
})
