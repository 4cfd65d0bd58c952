import { expect, test } from 'vitest'
import { aQueue } from '@/lib/domain/testing/records'
import { queueViewAt } from './queue-view'
import { totalsOf } from './totals'

test('the service level of several queues counts whole calls: 10 of 13, 10 of 13 and 7 of 28 are half', () => {
  const queues = [
    aQueue('billing', { completed: 13, abandoned: 0, serviceLevelPerf2: 76.9 }),
    aQueue('sales', { completed: 12, abandoned: 1, serviceLevelPerf2: 76.9 }),
    aQueue('support', { completed: 18, abandoned: 10, serviceLevelPerf2: 25 }),
  ]
  const views = queues.map((queue) => queueViewAt({ queue, members: [], callers: [], trend: undefined }, 0, undefined))
  expect(totalsOf(views).serviceLevel).toBe(50)
})
