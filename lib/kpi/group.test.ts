import { describe, expect, it } from 'vitest'
import { queueId } from '@/lib/domain/ids'
import type { KpiRules, QueueKpi, Tally } from '@/lib/domain/kpi'
import { KPI_WINDOWS, LEVEL_FORMULAS } from '@/lib/domain/kpi'
import { PBX } from '@/lib/domain/testing/records'
import { DEFAULT_LOST } from './config'
import { FIGURES, fractionOf } from './figures'
import { groupFraction, groupKpi } from './group'
import { serviceLevel } from './service-level'
import { addTally, emptyTally } from './tally'

const RULES: KpiRules = { thresholdMs: 20_000, shortMs: 5_000, formula: 'SL4', lost: DEFAULT_LOST }
const BUSY = { ...emptyTally(), answered: 100, answeredInTime: 80, lost: 20, lostInTime: 10, short: 4, talks: 90 }
const QUIET = { ...emptyTally(), answered: 10, answeredInTime: 9, lost: 2, lostInTime: 0, longestWaitMs: 50_000 }

function kpi(name: string, today: Tally, rules: Partial<KpiRules> = {}, unseenMs = 0): QueueKpi {
  const all = <T>(value: T) => Object.fromEntries(KPI_WINDOWS.map((window) => [window, value]))
  return {
    ...{ id: queueId(PBX, name), pbx: PBX, since: 0, rules: { ...RULES, ...rules } },
    ...{ windows: { ...(all(emptyTally()) as QueueKpi['windows']), today } },
    turnedAway: all(name === 'a' ? 2 : 1) as QueueKpi['turnedAway'],
    unseenMs: all(unseenMs) as QueueKpi['unseenMs'],
  }
}

describe('a group of queues', () => {
  it.each(LEVEL_FORMULAS)('of the formula %s has that formula’s level over the sums', (formula) => {
    const group = groupKpi([kpi('a', BUSY, { formula }), kpi('b', QUIET, { formula })], 'today')
    expect(group.level).toEqual(serviceLevel(addTally(BUSY, QUIET), formula))
    expect(group).toMatchObject({ queues: 2, formulas: [formula], turnedAway: 3 })
  })

  it('of several formulas counts each queue by its own, and names them', () => {
    const group = groupKpi([kpi('a', BUSY, { formula: 'SL1' }), kpi('b', QUIET, { formula: 'SL2' })], 'today')
    expect(group.level).toEqual({ numerator: 90 + 9, denominator: 120 + 10 })
    expect(group.formulas).toEqual(['SL1', 'SL2'])
  })

  it('of one is that queue, figure by figure', () => {
    const group = groupKpi([kpi('a', BUSY)], 'today')
    for (const figure of FIGURES) expect(groupFraction(figure, group)).toEqual(fractionOf(figure, BUSY, RULES))
  })

  it('waited as long as the one who waited longest in any of its queues', () => {
    const group = groupKpi([kpi('a', BUSY), kpi('b', QUIET)], 'today')
    expect(groupFraction('longestWait', group)).toEqual({ numerator: 50_000, denominator: 1 })
  })

  it('takes no time for unseen twice because two queues were unseen at once', () => {
    expect(groupKpi([kpi('a', BUSY, {}, 3_000), kpi('b', QUIET, {}, 5_000)], 'last15').unseenMs).toBe(5_000)
  })

  it('without queues has nothing to divide by', () => {
    expect(groupKpi([], 'today')).toEqual({
      ...{ queues: 0, tally: emptyTally(), level: { numerator: 0, denominator: 0 } },
      ...{ formulas: [], turnedAway: 0, unseenMs: 0 },
    })
  })
})
