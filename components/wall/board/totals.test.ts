import { expect, test } from 'vitest'
import { aKpi } from '@/lib/domain/testing/kpis'
import { aQueue } from '@/lib/domain/testing/records'
import { type QueueView, queueViewAt, tallyOf } from './queue-view'
import { totalsOf } from './totals'

function aView(name: string, kpi: ReturnType<typeof aKpi> | undefined): QueueView {
  const tally = tallyOf(kpi, 'today', undefined)
  return queueViewAt({ queue: aQueue(name), members: [], callers: [], trend: undefined, tally }, 0, undefined)
}

test('the service level of several queues counts whole calls: 10 of 13, 10 of 13 and 7 of 28 are half', () => {
  const views = [
    aView('billing', aKpi('billing', { answered: 13, answeredInTime: 10 })),
    aView('sales', aKpi('sales', { answered: 12, answeredInTime: 10, lost: 1 })),
    aView('support', aKpi('support', { answered: 18, answeredInTime: 7, lost: 10 })),
  ]
  expect(totalsOf(views)).toMatchObject({ serviceLevel: 50, answered: 43, lost: 11 })
})

test('who hung up at once is lost, and out of the level', () => {
  const totals = totalsOf([aView('support', aKpi('support', { answered: 4, answeredInTime: 4, short: 2 }))])
  expect(totals).toMatchObject({ serviceLevel: 100, lost: 2 })
})

test('what is not known of one queue is not known of all', () => {
  const views = [aView('sales', aKpi('sales', { answered: 9 })), aView('support', undefined)]
  expect(totalsOf(views)).toMatchObject({ serviceLevel: null, answered: null, lost: null, daySince: null })
})

test('what nobody saw of one queue nobody saw of the sum', () => {
  const views = [
    aView('sales', aKpi('sales', {}, { unseenMs: 420_000 })),
    aView('support', aKpi('support', {}, { unseenMs: 60_000 })),
  ]
  expect(totalsOf(views).unseenMs).toBe(420_000)
})
