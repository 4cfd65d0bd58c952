import { expect, test } from 'vitest'
import type { Tally } from '@/lib/domain/kpi'
import { emptyTally } from '@/lib/kpi/tally'
import type { Report } from '@/lib/protocol/visits'
import { heatOf, hoursShown, STRONGEST } from './heat'

function anHour(key: string, tally: Partial<Tally>, level = { numerator: 0, denominator: 0 }): Report['rows'][number] {
  const row = {
    key,
    label: '',
    from: null,
    to: null,
    tally: { ...emptyTally(), ...tally },
    level,
    turnedAway: 0,
    unseenMs: 0,
  }
  return { ...row, endings: {} as Report['rows'][number]['endings'] }
}

test('the busiest hour is the strongest, an hour without calls has no colour, and one with a single call has some', () => {
  const heat = heatOf([anHour('1|9', { answered: 100 }), anHour('1|10', { answered: 1 }), anHour('2|9', {})], 'offered')
  expect([heat.get('1|9')?.strength, heat.get('1|10')?.strength, heat.get('2|9')?.strength]).toEqual([STRONGEST, 1, 0])
  expect(heat.get('3|9')).toBeUndefined()
})

test('of levels the low ones are strong; where nobody called there is none, which is no 0 %', () => {
  const low = anHour('1|9', { answered: 2 }, { numerator: 1, denominator: 2 })
  const high = anHour('1|10', { answered: 2 }, { numerator: 2, denominator: 2 })
  const heat = heatOf([low, high, anHour('1|11', {})], 'serviceLevel')
  expect([...heat.values()].map(({ value, strength }) => [value, strength])).toEqual([
    [0.5, STRONGEST],
    [1, 0],
    [null, 0],
  ])
})

test('hours before the first call and after the last are not shown, quiet ones between are', () => {
  expect(hoursShown([anHour('1|7', {}), anHour('1|9', { lost: 1 }), anHour('2|11', { answered: 1 })])).toEqual([
    9, 10, 11,
  ])
  expect(hoursShown([anHour('1|7', {})])).toEqual([])
})
