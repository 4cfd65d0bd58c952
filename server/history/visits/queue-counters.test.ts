import { expect, test } from 'vitest'
import { type Counters, growthOf } from './queue-counters'

const HOUR = 3_600_000
const BEFORE: Counters = { queue: 'support', at: 10 * HOUR, completed: 20, abandoned: 5, since: HOUR }
const AFTER: Counters = { ...BEFORE, at: 11 * HOUR, completed: 23, abandoned: 6 }

test('counters grow by what was counted', () => {
  expect(growthOf(BEFORE, AFTER)).toMatchObject({ completed: 3, abandoned: 1, restarted: false })
  expect(growthOf(BEFORE, AFTER)).toMatchObject({ from: 10 * HOUR, to: 11 * HOUR })
})

test.each<[string, Partial<Counters>, Partial<Counters>]>([
  ['one of them is smaller', {}, { completed: 1, abandoned: 6 }],
  ['Asterisk started in between', {}, { completed: 30, since: 10.5 * HOUR }],
  ['Asterisk started in between, and it is not known when before', { since: null }, { since: 10.5 * HOUR }],
])('they began anew where %s: what came after is all that is known', (_why, before, after) => {
  const now = { ...AFTER, ...after }
  const growth = { completed: now.completed, abandoned: now.abandoned, restarted: true }
  expect(growthOf({ ...BEFORE, ...before }, now)).toMatchObject(growth)
})

test.each<[string, Partial<Counters>]>([
  ['the start is reckoned anew from an uptime in seconds', { since: HOUR + 1_000 }],
  ['a clock was set, though the start is long ago', { since: 2 * HOUR }],
  ['it is not known since when they count', { since: null }],
])('they did not where %s', (_why, after) => {
  expect(growthOf(BEFORE, { ...AFTER, ...after })).toMatchObject({ completed: 3, restarted: false })
})

test('they tell nothing where another Asterisk answers, whose own count since long before', () => {
  const other = { ...AFTER, completed: 11, since: 3 * HOUR }
  expect(growthOf(BEFORE, other)).toMatchObject({ completed: 0, abandoned: 0, restarted: true })
})
