import { amiAction } from '@/server/ami/catalogue/action'
import { parseQueueShow } from '../truth/queue-show'
import { expect, test } from './fixtures'
import { soon } from './room'

test('Queues of old is known, and hidden where it is not', async ({ room }) => {
  expect(await room.has('Queues')).toBe(false)
  expect(await room.has('IAX1peers')).toBe(false)
  expect(await room.has('SIPpeers'), 'chan_sip is not loaded').toBe(false)
})

test('QueueStatus: all queues, one of them, one member of it, and who waits', async ({ room }) => {
  const call = await room.asterisk.placeCall({ queue: 'billing*3', name: 'Jürgen', number: '4711' })
  const entries = async () =>
    (await room.list(amiAction('QueueStatus', { Queue: 'billing' }))).filter(({ name }) => name === 'QueueEntry')
  await soon(async () => (await entries()).map((entry) => entry.get('CallerIDName'))).toEqual(['Jürgen'])
  expect((await entries())[0]?.get('Priority')).toBe('3')
  const shown = parseQueueShow(await room.cli('queue show'))
  const names = (await room.list(amiAction('QueueStatus'))).filter(({ name }) => name === 'QueueParams')
  expect(names.map((item) => item.get('Queue')).toSorted()).toEqual(shown.map(({ name }) => name).toSorted())
  const [, member, ...others] = await room.list(amiAction('QueueStatus', { Queue: 'sales', Member: 'PJSIP/107' }))
  expect([member?.get('Name'), member?.get('Location'), others]).toEqual(['Grzegorz Nowak', 'PJSIP/107', []])
  await call.abort()
})

test('QueueSummary counts who is there and who waits', async ({ room }) => {
  const [summary] = await room.list(amiAction('QueueSummary', { Queue: 'sales' }))
  const [shown] = parseQueueShow(await room.cli('queue show sales'))
  expect(summary?.get('Queue')).toBe('sales')
  expect(summary?.get('LoggedIn')).toBe(String(shown?.members.filter(({ state }) => state !== 'Unavailable').length))
  expect(await room.list(amiAction('QueueSummary'))).toHaveLength(4)
})

test('QueueRule tells the rules of queuerules.conf', async ({ room }) => {
  const answer = await room.send(amiAction('QueueRule', { Rule: 'patience' }))
  expect(answer.all('Rule')).toEqual(['30,1,+0', '60,5,1'])
  expect(await room.cli('queue show rules')).toContain('After 60 seconds, adjust QUEUE_MAX_PENALTY to 5')
})

test('QueueLog writes a line of one’s own into the log of queues', async ({ room }) => {
  const line = { Queue: 'sales', Event: 'CALLBACK', Uniqueid: 'u-1', Interface: 'PJSIP/107', Message: 'done' }
  await room.send(amiAction('QueueLog', line))
  await soon(() => room.asterisk.log('queue_log')).toContain('u-1|sales|PJSIP/107|CALLBACK|done')
})
