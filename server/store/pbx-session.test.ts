import { expect, test } from 'vitest'
import { callerId, memberId, pbxName, queueId } from '@/lib/domain/ids'
import {
  channelHeaders,
  channelItem,
  entryItem,
  memberItem,
  memberStatus,
  paramsItem,
} from '@/server/testing/model/queue-items'
import { ScriptedPbx } from '@/server/testing/model/scripted-pbx'

const PBX = pbxName('main')
const SALES = queueId(PBX, 'sales')
const CALLER = callerId(PBX, '1795426900.7')

function twoAgents(): ScriptedPbx {
  const pbx = new ScriptedPbx()
  pbx.lists.set('QueueStatus', [
    paramsItem('sales', { Completed: 5, Abandoned: 2 }),
    memberItem('sales', 'PJSIP/101'),
    memberItem('sales', 'PJSIP/102'),
  ])
  return pbx
}

function caller(pbx: ScriptedPbx, event: string, count: number, more = {}): void {
  pbx.event(event, { ...channelHeaders('1795426900.7'), Queue: 'sales', Position: 1, Count: count, ...more })
}

test('the first load becomes visible as a whole, in one flush, before the link is called live', async () => {
  const pbx = twoAgents()
  expect(pbx.link.state).toBe('connecting')
  await pbx.connect()
  expect(pbx.link.state).toBe('syncing')
  pbx.event('QueueMemberStatus', memberStatus('sales', 'PJSIP/101', { Status: 6 }))
  pbx.clock.advance(200)
  expect(pbx.flushes).toHaveLength(0)
  await pbx.answerAll()
  expect(pbx.flushes).toHaveLength(1)
  expect(pbx.flushes[0]?.members.size).toBe(2)
  expect(pbx.links.map(({ state }) => state)).toEqual(['connecting', 'syncing', 'live'])
  expect(pbx.link).toMatchObject({ asteriskVersion: '22.10.1', error: null, liveSince: pbx.clock.now() })
})

test('counters are as old as Asterisk, by the uptime it greets with', async () => {
  const pbx = twoAgents()
  const startedAt = pbx.clock.now() - pbx.uptime * 1000
  await pbx.load()
  expect(pbx.store.tables.queues.get(SALES)?.countersSince).toBe(startedAt)
})

test('events that come between the lists are in the picture when it appears', async () => {
  const pbx = twoAgents()
  await pbx.connect()
  while (pbx.answer()) caller(pbx, 'QueueCallerJoin', 1)
  await pbx.answerAll()
  expect(pbx.store.tables.callers.get(CALLER)).toMatchObject({ queue: SALES, position: 1 })
})

test('whoever leaves after the list that still names them leaves no ghost', async () => {
  const pbx = twoAgents()
  pbx.lists.get('QueueStatus')?.push(entryItem('sales', 1, '1795426900.7', 4))
  await pbx.connect()
  while (pbx.answer());
  caller(pbx, 'QueueCallerLeave', 0)
  await pbx.answerAll()
  expect(pbx.link.state).toBe('live')
  expect(pbx.store.tables.callers.size).toBe(0)
})

test('after a reload everything is read anew, and only what changed is told', async () => {
  const pbx = twoAgents()
  await pbx.load()
  pbx.lists.set('QueueStatus', [paramsItem('sales', { Completed: 5, Abandoned: 2 }), memberItem('sales', 'PJSIP/101')])
  pbx.event('Reload', { Module: 'All', Status: 0 })
  await pbx.pass(300)
  expect(pbx.link.state).toBe('live')
  expect(pbx.session.stats().resyncs).toBe(2)
  const changes = pbx.flushes.at(-1)
  expect([...(changes?.members ?? [])].map(([id, { after }]) => [id, after])).toEqual([
    [memberId(PBX, 'sales', 'PJSIP/102'), undefined],
  ])
  expect(changes?.queues.size).toBe(0)
})

test('ten reloads in a row make one resync', async () => {
  const pbx = twoAgents()
  await pbx.load()
  for (let count = 0; count < 10; count++) {
    pbx.event('Reload', { Module: 'app_queue.so', Status: 0 })
    await pbx.pass(100)
  }
  await pbx.pass(300)
  expect(pbx.session.stats().resyncs).toBe(2)
})

test('a count that does not fit makes a resync, which finds the caller that was missed', async () => {
  const pbx = twoAgents()
  await pbx.load()
  await pbx.pass(6000)
  pbx.lists.get('QueueStatus')?.push(entryItem('sales', 1, '1795426900.6', 4), entryItem('sales', 2, '1795426900.7', 0))
  caller(pbx, 'QueueCallerJoin', 2, { Position: 2 })
  await pbx.pass(300)
  expect(pbx.store.tables.callers.size).toBe(2)
  expect(pbx.session.stats().resyncs).toBe(2)
})

test('a doubt that no resync clears up does not become a storm', async () => {
  const pbx = twoAgents()
  await pbx.load()
  for (let second = 0; second < 20; second++) {
    caller(pbx, 'QueueCallerLeave', 9)
    await pbx.pass(1000)
  }
  expect(pbx.session.stats().resyncs).toBeLessThanOrEqual(5)
})

test('a queue that nobody told of makes a resync', async () => {
  const pbx = twoAgents()
  await pbx.load()
  await pbx.pass(6000)
  pbx.lists.get('QueueStatus')?.push(paramsItem('night'))
  caller(pbx, 'QueueCallerJoin', 1, { Queue: 'night' })
  await pbx.pass(300)
  expect(pbx.store.tables.queues.get(queueId(PBX, 'night'))).toBeDefined()
})

test('a channel that one list leaves out is asked for again before it is given up', async () => {
  const pbx = twoAgents()
  pbx.lists.set('CoreShowChannels', [channelItem('1.1'), channelItem('1.2')])
  await pbx.load()
  expect(pbx.store.tables.calls.size).toBe(2)
  pbx.lists.set('CoreShowChannels', [channelItem('1.1')])
  pbx.event('Reload', { Module: 'All' })
  pbx.clock.advance(300)
  while (pbx.connection.received.length === 0) await new Promise(setImmediate)
  while (pbx.answer());
  pbx.lists.set('CoreShowChannels', [channelItem('1.1'), channelItem('1.2')])
  await pbx.answerAll()
  expect(pbx.store.tables.calls.size).toBe(2)
})
