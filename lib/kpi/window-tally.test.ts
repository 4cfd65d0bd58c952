import { expect, test } from 'vitest'
import { KPI_WINDOWS } from '@/lib/domain/kpi'
import { aKpi } from '@/lib/domain/testing/kpis'
import { levelOver, lostOf, minutesOf, percentOf, windowTally } from './window-tally'

test('the level of several queues is the sum above divided by the sum below, each by its own formula', () => {
  const tallies = [
    windowTally(aKpi('support', { answered: 10, answeredInTime: 6, lost: 10 }), 'today'),
    windowTally(aKpi('sales', { answered: 8, answeredInTime: 4, lost: 99 }, { rules: { formula: 'SL2' } }), 'today'),
  ]
  expect(levelOver(tallies)).toEqual({ numerator: 10, denominator: 28 })
})

test('29 of 100 are 29 percent, and nothing of nothing is no percentage', () => {
  expect(percentOf({ numerator: 29, denominator: 100 })).toBe(29)
  expect(percentOf({ numerator: 0, denominator: 0 })).toBeNull()
})

test('who hung up at once is among the lost', () => {
  expect(lostOf(windowTally(aKpi('support', { lost: 3, short: 2 }), 'today'))).toBe(5)
})

test('what was not seen is told in seconds, then in minutes begun, so that a gap that grows changes little', () => {
  const told = (ms: number) => windowTally(aKpi('support', {}, { unseenMs: ms }), 'today').unseenMs
  expect([0, 1, 59_400, 61_000, 120_000].map(told)).toEqual([0, 1_000, 60_000, 120_000, 120_000])
})

test('each window knows its minutes', () => {
  expect(KPI_WINDOWS.map(minutesOf)).toEqual([null, 15, 30, 60])
})
