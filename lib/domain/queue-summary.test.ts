import { expect, test } from 'vitest'
import { pbxName, queueId } from './ids'
import type { LiveFigure } from './live-figure'
import type { Member } from './member'
import { queueSummaryAt } from './queue-summary'
import { aCaller, aMember, NOW } from './testing/records'

const QUEUES = new Set(['support', 'sales'].map((name) => queueId(pbxName('main'), name)))

function told(figure: LiveFigure, members: readonly Member[]) {
  const callers = [
    aCaller('support', '1', { joinedAt: NOW - 61_900 }),
    aCaller('sales', '2', { joinedAt: NOW - 5_000 }),
    aCaller('night', '3', { joinedAt: NOW - 600_000 }),
  ]
  return queueSummaryAt(figure, { members, callers }, QUEUES, NOW)
}

test('callers are counted alike, and the longest wait in whole seconds', () => {
  expect(told('waiting', [])).toEqual({ field: 'Callers', value: 2, wrapUp: 0 })
  expect(told('longestNow', [])).toEqual({ field: 'LongestHoldTime', value: 61_000, wrapUp: 0 })
})

test('available is whose phone is free and who is not paused, once for each queue, wrap-up or not', () => {
  const members = [
    aMember('support', 'Ana'),
    aMember('sales', 'Ana', { lastCallAt: NOW - 1000, wrapUpSeconds: 10 }),
    aMember('sales', 'Bob', { paused: true }),
    aMember('sales', 'Eve', { device: 'inUse', activity: 'onCall' }),
    aMember('sales', 'Ivo', { device: 'unknown' }),
    aMember('night', 'Lea'),
  ]
  for (const figure of ['ready', 'agents.ready'] as const)
    expect(told(figure, members)).toEqual({ field: 'Available', value: 3, wrapUp: 1 })
})

test('logged in is whose phone can be reached, paused or not', () => {
  const members = [
    aMember('support', 'Ana', { paused: true }),
    aMember('sales', 'Bob', { device: 'unavailable', activity: 'unavailable' }),
    aMember('sales', 'Eve', { device: 'invalid', activity: 'unavailable' }),
  ]
  expect(told('agents.all', members)).toEqual({ field: 'LoggedIn', value: 1, wrapUp: 0 })
})

test('of what Asterisk does not count there is none', () => {
  for (const figure of ['onCall', 'paused', 'unavailable', 'agents.wrapUp'] as const)
    expect(told(figure, [aMember('support', 'Ana')])).toBeNull()
})
