import { describe, expect, it, test } from 'vitest'
import { type KpiRules, LEVEL_FORMULAS, type Tally } from '@/lib/domain/kpi'
import { aVisit } from '@/lib/domain/testing/visits'
import { DEFAULT_LOST } from './config'
import { fractionOf } from './figures'
import { headroom, serviceLevel, shareOf } from './service-level'
import { addTally, addVisit, emptyTally, offeredOf } from './tally'

const RULES: KpiRules = { thresholdMs: 20_000, shortMs: 5_000, formula: 'SL4', lost: DEFAULT_LOST }

function tallyOf(...visits: ReturnType<typeof aVisit>[]): Tally {
  const tally = emptyTally()
  for (const visit of visits) addVisit(tally, visit, RULES)
  return tally
}

test('the example of the definitions: 1000 answered, 860 in time, 60 lost, 20 of those in time, none short', () => {
  const tally = { ...emptyTally(), answered: 1000, answeredInTime: 860, lost: 60, lostInTime: 20 }
  const percents = LEVEL_FORMULAS.map((formula) => ((shareOf(serviceLevel(tally, formula)) ?? 0) * 100).toFixed(1))
  expect(percents).toEqual(['83.0', '86.0', '81.1', '82.7', '81.1'])
})

describe('a visit', () => {
  it('counts as answered in time up to the threshold itself', () => {
    const tally = tallyOf(aVisit({ waits: 20 }), aVisit({ waits: 21 }))
    expect([tally.answered, tally.answeredInTime]).toEqual([2, 1])
  })

  it('that hung up sooner than 5 s is a short loss, counted and out of the level', () => {
    const tally = tallyOf(aVisit({ waits: 4, ending: 'hungUp' }), aVisit({ waits: 5, ending: 'hungUp' }))
    expect([tally.short, tally.lost, tally.lostInTime, offeredOf(tally)]).toEqual([1, 1, 1, 2])
    expect(serviceLevel(tally, 'SL3').denominator).toBe(1)
  })

  it('that was let down sooner than 5 s otherwise is no short loss', () => {
    expect(tallyOf(aVisit({ waits: 2, ending: 'noAgents' })).lost).toBe(1)
  })

  it('that waits counts nowhere', () => {
    expect(tallyOf(aVisit({ ending: null }))).toEqual(emptyTally())
  })

  it('of unknown end is offered, and has no wait', () => {
    const tally = tallyOf(aVisit({ waits: 100, ending: 'unknown' }))
    expect([offeredOf(tally), tally.waits]).toEqual([1, 0])
  })

  it('is handled for as long as its agent talked, held and wrapped up, and so far as that is known', () => {
    const tally = tallyOf(
      aVisit({ talks: 60, heldMs: 20_000, wrapUpMs: 15_000 }),
      aVisit({ talks: 45 }),
      aVisit({ ending: 'hungUp', wrapUpMs: 1 }),
    )
    expect([tally.talks, tally.wrapUps, tally.wrapUpMs]).toEqual([2, 1, 15_000])
    expect(fractionOf('averageHandling', tally, RULES)).toEqual({ numerator: 120_000, denominator: 2 })
  })

  it('talks without what was held', () => {
    const tally = tallyOf(aVisit({ waits: 10, talks: 60, heldMs: 20_000 }))
    expect([tally.talks, tally.talkMs, tally.heldMs]).toEqual([1, 40_000, 20_000])
  })
})

test('offered is the sum of all endings, and sums of parts are the sum of the whole', () => {
  const endings = [
    'answered',
    'hungUp',
    'timedOut',
    'noAgents',
    'lost',
    'key',
    'withdrawn',
    'moved',
    'unknown',
  ] as const
  const visits = endings.map((ending, index) => aVisit({ waits: 10 + index, ending }))
  const whole = tallyOf(...visits)
  expect(offeredOf(whole)).toBe(endings.length)
  expect(addTally(tallyOf(...visits.slice(0, 4)), tallyOf(...visits.slice(4)))).toEqual(whole)
})

test('who hung up has hung up, also in a queue that does not call that lost', () => {
  const rules = { ...RULES, lost: ['timedOut'] } as const
  const tally = emptyTally()
  for (const one of [aVisit({ waits: 30, ending: 'hungUp' }), aVisit({ waits: 2, ending: 'hungUp' }), aVisit()]) {
    addVisit(tally, one, rules)
  }
  expect([tally.lost, tally.short, tally.other]).toEqual([0, 1, 1])
  expect(fractionOf('abandonRate', tally, rules)).toEqual({ numerator: 1, denominator: 3 })
})

describe('the headroom of a target', () => {
  it.each([
    ['as many misses as keep it', { numerator: 90, denominator: 100 }, 0.8, { misses: 12 }],
    ['none when it is just met', { numerator: 80, denominator: 100 }, 0.8, { misses: 0 }],
    ['as many hits as win it back', { numerator: 70, denominator: 100 }, 0.8, { hits: 50 }],
    [
      'no number of hits that wins back all',
      { numerator: 99, denominator: 100 },
      1,
      { hits: Number.POSITIVE_INFINITY },
    ],
    ['nothing before the first call', { numerator: 0, denominator: 0 }, 0.8, null],
  ])('is %s', (_what, fraction, target, expected) => {
    expect(headroom(fraction, target)).toEqual(expected)
  })

  it('is true to its word: one miss more or one hit less breaks it', () => {
    for (let denominator = 1; denominator < 60; denominator++) {
      for (let numerator = 0; numerator <= denominator; numerator++) {
        const room = headroom({ numerator, denominator }, 0.7)
        if (room === null) throw new Error('there is something to measure by')
        if ('misses' in room) {
          expect(numerator / (denominator + room.misses)).toBeGreaterThanOrEqual(0.7 - 1e-9)
          expect(numerator / (denominator + room.misses + 1)).toBeLessThan(0.7)
        } else {
          expect((numerator + room.hits) / (denominator + room.hits)).toBeGreaterThanOrEqual(0.7 - 1e-9)
          expect((numerator + room.hits - 1) / (denominator + room.hits - 1)).toBeLessThan(0.7)
        }
      }
    }
  })
})
