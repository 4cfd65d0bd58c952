import { expect, test } from 'vitest'
import { callerId, pbxName, queueId } from '@/lib/domain/ids'
import { channelHeaders, channelItem, entryItem, memberItem, paramsItem } from '@/server/testing/model/queue-items'
import { ScriptedPbx } from '@/server/testing/model/scripted-pbx'

const PBX = pbxName('main')
const SALES = queueId(PBX, 'sales')
const CALLER = callerId(PBX, '1795426900.7')

function oneCaller(): ScriptedPbx {
  const pbx = new ScriptedPbx()
  pbx.lists.set('QueueStatus', [
    paramsItem('sales', { Completed: 5, Abandoned: 2 }),
    memberItem('sales', 'PJSIP/101'),
    entryItem('sales', 1, '1795426900.7', 30),
  ])
  pbx.lists.set('CoreShowChannels', [channelItem('1795426900.7')])
  return pbx
}

test('while the link is lost the last picture stays, and its age grows', async () => {
  const pbx = oneCaller()
  await pbx.load()
  const heardAt = pbx.link.heardAt
  pbx.connection.lose('connection reset')
  await pbx.pass(5000)
  expect(pbx.link).toMatchObject({ state: 'lost', error: 'connection reset', heardAt, since: heardAt })
  expect(pbx.store.tables.callers.size).toBe(1)
})

test('while the link is live every byte makes the picture younger', async () => {
  const pbx = oneCaller()
  await pbx.load()
  pbx.clock.advance(3000)
  pbx.event('PeerStatus', {})
  expect(pbx.link.heardAt).toBe(pbx.clock.now())
})

test('attempts to connect do not end a loss; only complete lists do', async () => {
  const pbx = oneCaller()
  await pbx.load()
  pbx.connection.lose()
  const lostAt = pbx.clock.now()
  pbx.clock.advance(1000)
  pbx.connection.start()
  expect(pbx.link).toMatchObject({ state: 'lost', since: lostAt })
  await pbx.connect()
  expect(pbx.link.state).toBe('syncing')
  await pbx.answerAll()
  expect(pbx.link).toMatchObject({ state: 'live', error: null, liveSince: pbx.clock.now() })
})

test('a caller who left while the link was lost is no ghost after it, one who stayed keeps the moment of joining', async () => {
  const pbx = oneCaller()
  await pbx.load()
  const joined = { ...channelHeaders('1795426900.8'), Queue: 'sales', Position: 2, Count: 2 }
  pbx.clock.advance(321)
  pbx.event('QueueCallerJoin', joined)
  const joinedAt = pbx.clock.now()
  pbx.connection.lose()
  pbx.clock.advance(10_000)
  pbx.lists.set('QueueStatus', [paramsItem('sales'), entryItem('sales', 1, '1795426900.8', 10)])
  await pbx.load()
  const callers = [...pbx.store.tables.callers.values()]
  expect(callers.map(({ uniqueid, position }) => [uniqueid, position])).toEqual([['1795426900.8', 1]])
  expect(callers[0]?.joinedAt).toBe(joinedAt)
})

test('a link lost in the middle of a resync leaves the picture as it was, and the next one completes it', async () => {
  const pbx = oneCaller()
  await pbx.load()
  const flushes = pbx.flushes.length
  pbx.event('Reload', { Module: 'All' })
  pbx.clock.advance(300)
  await new Promise(setImmediate)
  for (let answered = 0; answered < 5; answered++) pbx.answer()
  pbx.connection.lose()
  await pbx.pass(1000)
  expect(pbx.flushes).toHaveLength(flushes)
  expect(pbx.store.tables.callers.get(CALLER)).toBeDefined()
  pbx.lists.set('QueueStatus', [paramsItem('sales')])
  pbx.lists.set('CoreShowChannels', [])
  await pbx.load()
  expect(pbx.link.state).toBe('live')
  expect(pbx.store.tables.callers.size).toBe(0)
  expect(pbx.store.tables.members.size).toBe(0)
})

test('after a restart of Asterisk calls are gone, counters begin with it, and the history of waiting stays', async () => {
  const pbx = oneCaller()
  await pbx.load()
  await pbx.pass(60_000)
  pbx.connection.lose()
  pbx.clock.advance(120_000)
  pbx.startup = '2026-11-23 09:45:00'
  pbx.uptime = 4
  pbx.lists.set('QueueStatus', [paramsItem('sales'), memberItem('sales', 'PJSIP/101')])
  pbx.lists.set('CoreShowChannels', [])
  await pbx.load()
  const { queues, callers, calls, trends } = pbx.store.tables
  expect([callers.size, calls.size]).toEqual([0, 0])
  expect(queues.get(SALES)).toMatchObject({ completed: 0, countersSince: pbx.clock.now() - 4000 })
  await pbx.pass(60_000)
  pbx.store.flush()
  expect(trends.get(SALES)?.waiting).toEqual([1, 1, null, 0, 0])
})

test('Asterisk that says goodbye is lost at once, with the reason', async () => {
  const pbx = oneCaller()
  await pbx.load()
  pbx.event('Shutdown', { Shutdown: 'Cleanly', Restart: 'True' })
  expect(pbx.link).toMatchObject({ state: 'lost', error: 'Asterisk is restarting' })
})

test('a login refused is told with its reason', () => {
  const pbx = oneCaller()
  pbx.connection.refuse('Authentication failed')
  expect(pbx.link).toMatchObject({ state: 'refused', error: 'Authentication failed' })
})

test('a list that ends with another number of items is not believed but read again', async () => {
  const pbx = oneCaller()
  pbx.short.add('QueueStatus')
  await pbx.load()
  expect(pbx.link.state).toBe('syncing')
  expect(pbx.link.error).toMatch(/QueueStatus/)
  expect(pbx.store.tables.queues.size).toBe(0)
  pbx.short.clear()
  await pbx.pass(500)
  expect(pbx.link).toMatchObject({ state: 'live', error: null })
  expect(pbx.session.stats()).toMatchObject({ resyncs: 1, resyncFailures: 1 })
})

test('lists that never add up end the connection, which is made anew', async () => {
  const pbx = oneCaller()
  pbx.short.add('CoreShowChannels')
  await pbx.load()
  await pbx.pass(500)
  await pbx.pass(500)
  expect(pbx.connection.restarts).toHaveLength(1)
  expect(pbx.link.state).toBe('lost')
})

test('lists that this PBX refuses are named and left out', async () => {
  const pbx = oneCaller()
  pbx.refused.set('ParkedCalls', 'Permission denied')
  pbx.refused.set('BridgeList', 'Invalid/unknown command')
  pbx.refused.set('CoreSettings', 'Permission denied')
  await pbx.load()
  expect(pbx.link).toMatchObject({ state: 'live', asteriskVersion: null })
  expect(pbx.session.stats().missing).toEqual(['BridgeList', 'ParkedCalls'])
  expect(pbx.warnings.join()).toMatch(/BridgeList.*ParkedCalls/)
  const warnings = pbx.warnings.length
  pbx.event('Reload', { Module: 'All' })
  await pbx.pass(300)
  expect(pbx.warnings).toHaveLength(warnings)
})

test('without the queues nothing is called live, and they are asked for again', async () => {
  const pbx = oneCaller()
  pbx.refused.set('QueueStatus', 'Invalid/unknown command')
  await pbx.load()
  expect(pbx.link.state).toBe('syncing')
  expect(pbx.link.error).toMatch(/QueueStatus.*unknown command/)
  pbx.refused.clear()
  await pbx.pass(5000)
  expect(pbx.link).toMatchObject({ state: 'live', error: null })
})

test('a closed session takes its PBX out of the store and asks nothing more', async () => {
  const pbx = oneCaller()
  await pbx.load()
  await pbx.session.close()
  expect(pbx.store.links.size).toBe(0)
  expect(pbx.store.tables.callers.size).toBe(0)
  pbx.clock.advance(120_000)
  await new Promise(setImmediate)
  expect(pbx.connection.received).toEqual([])
})
