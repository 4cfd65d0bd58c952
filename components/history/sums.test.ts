import { expect, test } from 'vitest'
import type { QueueKpi } from '@/lib/domain/kpi'
import { aQueue } from '@/lib/domain/testing/records'
import { DEFAULT_LOST } from '@/lib/kpi/config'
import { emptyTally } from '@/lib/kpi/tally'
import { figureOver, unseenOver } from './sums'

function aKpi(queue: string, tally: Partial<QueueKpi['windows']['today']>, unseen = 0): QueueKpi {
  const today = { ...emptyTally(), ...tally }
  const none = emptyTally()
  const { id, pbx } = aQueue(queue)
  return {
    ...{ id, pbx, since: 0 },
    rules: { thresholdMs: 20_000, shortMs: 5_000, formula: 'SL4', lost: DEFAULT_LOST },
    windows: { today, last15: none, last30: none, last60: none },
    unseenMs: { today: unseen, last15: 0, last30: 0, last60: 0 },
  }
}

test('a figure over several queues is their sums divided, and the longest wait the longest', () => {
  const kpis = [
    aKpi('support', { answered: 3, answeredInTime: 3, answeredWaitMs: 30_000, longestWaitMs: 20_000 }),
    aKpi('sales', { answered: 1, lost: 1, answeredWaitMs: 50_000, longestWaitMs: 50_000 }),
  ]
  expect(figureOver('answered', kpis, 'today')).toBe(4)
  expect(figureOver('serviceLevel', kpis, 'today')).toBe(3 / 5)
  expect(figureOver('speedOfAnswer', kpis, 'today')).toBe(20_000)
  expect(figureOver('longestWait', kpis, 'today')).toBe(50_000)
})

test('nothing to divide by is no zero', () => {
  expect(figureOver('serviceLevel', [aKpi('support', {})], 'today')).toBeNull()
  expect(figureOver('offered', [], 'today')).toBe(0)
})

test('what nobody saw is said by the longest gap of any', () => {
  expect(unseenOver([aKpi('support', {}, 1_000), aKpi('sales', {}, 3_000)], 'today')).toBe(3_000)
})
