import { expect, test } from 'vitest'
import { pbxName, queueId } from '@/lib/domain/ids'
import { channelHeaders, entryItem, memberItem, paramsItem } from '@/server/testing/model/queue-items'
import { ScriptedPbx } from '@/server/testing/model/scripted-pbx'
import { FLUSH_MS } from '../live-store'
import { COUNTERS_AFTER_MS, PRIORITY_AFTER_MS } from './queue-refresh'

const PBX = pbxName('main')
const SALES = queueId(PBX, 'sales')

async function loaded(): Promise<ScriptedPbx> {
  const pbx = new ScriptedPbx()
  pbx.lists.set('QueueStatus', [
    paramsItem('sales', { Completed: 5, Abandoned: 2 }),
    memberItem('sales', 'PJSIP/101'),
    paramsItem('night'),
  ])
  await pbx.load()
  pbx.actions.length = 0
  return pbx
}

function complete(pbx: ScriptedPbx, queue: string): void {
  const agent = { Interface: 'PJSIP/101', MemberName: 'Agent', HoldTime: 1, TalkTime: 9, Reason: 'caller' }
  pbx.event('AgentComplete', { ...channelHeaders('1.5'), Queue: queue, ...agent })
}

test('a second after a call has ended the queue is asked for its counters, without its members', async () => {
  const pbx = await loaded()
  complete(pbx, 'sales')
  pbx.lists.set('QueueStatus', [paramsItem('sales', { Completed: 6, Abandoned: 2, ServicelevelPerf: '83.3' })])
  await pbx.pass(COUNTERS_AFTER_MS)
  expect(pbx.actions.map(({ headers }) => Object.fromEntries(headers))).toMatchObject([
    { Action: 'QueueStatus', Queue: 'sales', Member: '-' },
  ])
  pbx.store.flush()
  expect(pbx.store.tables.queues.get(SALES)).toMatchObject({ completed: 6, serviceLevelPerf: 83.3 })
  expect(pbx.session.stats()).toMatchObject({ counterRefreshes: 1, auditDifferences: {} })
})

test('calls that end within a second in many queues cost one question', async () => {
  const pbx = await loaded()
  for (let count = 0; count < 9; count++) complete(pbx, count % 2 ? 'sales' : 'night')
  await pbx.pass(COUNTERS_AFTER_MS)
  expect(pbx.actions).toHaveLength(1)
  expect(pbx.actions[0]?.headers.has('Queue')).toBe(false)
})

test('counters that fall began anew: at the moment when that was seen', async () => {
  const pbx = await loaded()
  complete(pbx, 'sales')
  pbx.lists.set('QueueStatus', [paramsItem('sales', { Completed: 1, Abandoned: 0 })])
  await pbx.pass(COUNTERS_AFTER_MS)
  pbx.store.flush()
  const countersSince = pbx.clock.now()
  expect(pbx.store.tables.queues.get(SALES)).toMatchObject({ completed: 1, abandoned: 0, countersSince })
})

test('a reset while the link was lost is noticed, too', async () => {
  const pbx = await loaded()
  pbx.connection.lose()
  pbx.clock.advance(60_000)
  pbx.uptime += 60
  pbx.lists.set('QueueStatus', [paramsItem('sales', { Completed: 1 }), paramsItem('night')])
  await pbx.load()
  const { queues } = pbx.store.tables
  expect(queues.get(SALES)?.countersSince).toBe(pbx.clock.now())
  expect(queues.get(queueId(PBX, 'night'))?.countersSince).toBe(pbx.clock.now() - pbx.uptime * 1000)
})

test('our own count running ahead of Asterisk by a moment is no reset', async () => {
  const pbx = await loaded()
  const since = pbx.store.tables.queues.get(SALES)?.countersSince
  complete(pbx, 'sales')
  await pbx.pass(COUNTERS_AFTER_MS)
  pbx.store.flush()
  expect(pbx.store.tables.queues.get(SALES)).toMatchObject({ completed: 5, countersSince: since })
})

test('a caller with priority is known by it shortly after joining, wherever others stand', async () => {
  const pbx = await loaded()
  const joined = { ...channelHeaders('1.6'), Queue: 'sales', Position: 1, Count: 1 }
  pbx.event('QueueCallerJoin', joined)
  pbx.clock.advance(FLUSH_MS)
  const [name, fields] = entryItem('sales', 2, '1.6', 0)
  pbx.lists.get('QueueStatus')?.push([name, { ...fields, Priority: 5 }])
  await pbx.pass(PRIORITY_AFTER_MS)
  pbx.store.flush()
  expect(pbx.actions).toHaveLength(1)
  const [caller] = pbx.store.tables.callers.values()
  expect(caller).toMatchObject({ priority: 5, position: 1, joinedAt: pbx.clock.now() - FLUSH_MS - PRIORITY_AFTER_MS })
})

test('an answer changes the average wait, so the queue is asked after it, too', async () => {
  const pbx = await loaded()
  const agent = { Queue: 'sales', Interface: 'PJSIP/101', MemberName: 'Agent', HoldTime: 9, RingTime: 3 }
  pbx.event('AgentConnect', { ...channelHeaders('1.5'), ...agent })
  pbx.lists.set('QueueStatus', [paramsItem('sales', { Completed: 5, Abandoned: 2, Holdtime: 2 })])
  pbx.clock.advance(FLUSH_MS)
  await pbx.pass(COUNTERS_AFTER_MS)
  pbx.store.flush()
  expect(pbx.store.tables.queues.get(SALES)?.holdtime).toBe(2)
})

test('callers who join without end cost at most four questions a second', async () => {
  const pbx = await loaded()
  for (let tenth = 0; tenth < 100; tenth++) {
    const joined = { Queue: tenth % 2 ? 'sales' : 'night', Position: 1, Count: 1 + Math.floor(tenth / 2) }
    pbx.event('QueueCallerJoin', { ...channelHeaders(`2.${tenth}`), ...joined })
    await pbx.pass(100)
  }
  expect(pbx.actions.filter(({ headers }) => headers.has('Member')).length).toBeLessThanOrEqual(40)
})
