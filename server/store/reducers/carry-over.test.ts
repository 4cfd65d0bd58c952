import { expect, test } from 'vitest'
import type { BridgeKind } from '@/server/events/pbx-event'
import { carryOver } from './carry-over'
import { channelAt, Scenario } from './testing/scenario'

const ANN = 'PJSIP/101'

/** Ann has talked with caller 1 of queue q for a while and put them on hold; caller 3 waits. */
function live(): Scenario {
  const pbx = new Scenario().tell({ type: 'booted', uptimeSeconds: 100 }).queue('q').member('q', ANN)
  pbx.channel('2', ANN, { linkedid: '1', state: 5 })
  pbx.join('q', '1', 1).after(5).leave('q', '1').connect('q', ANN, '1', '2').bridge('b', ['1', '2'])
  pbx.member('q', ANN, { device: 'inUse' }).after(10).join('q', '3', 1).tell({ type: 'held', uniqueid: '2' })
  pbx.now += 321
  return pbx
}

type Read = { kind?: BridgeKind; inCall?: boolean; device?: 'inUse' | 'notInUse'; callsTaken?: number }

/** What the lists say of it twenty seconds later. */
function read(pbx: Scenario, { inCall = true, device = 'inUse', callsTaken = 0, kind = 'call' }: Read = {}): Scenario {
  const shadow = new Scenario().queue('q')
  shadow.now = pbx.now + 20_000
  for (const uniqueid of pbx.tables.channels.keys()) {
    const { bridge, startedAt } = pbx.tables.channels.get(uniqueid) ?? { bridge: null, startedAt: 0 }
    const seconds = Math.floor((shadow.now - startedAt) / 1000)
    shadow.tell({ type: 'channelListed', channel: pbx.snapshotOf(uniqueid), bridge, seconds })
    if (bridge) shadow.tell({ type: 'bridgeListed', bridge, kind })
  }
  shadow.queue('q').member('q', ANN, { device, inCall, callsTaken })
  const party = { number: 'carrier', name: null }
  const waiting = { queue: 'q', channel: 'PJSIP/carrier-00000003', position: 1, priority: 0, party } as const
  shadow.tell({ type: 'callerPut', uniqueid: '3', joinedAt: 1_015_000 + 900, ...waiting })
  return shadow
}

test('a resync of a picture that was true changes none of its records', () => {
  const before = live()
  const shadow = read(before)
  carryOver(before.tables, shadow.tables)
  for (const family of ['queues', 'members', 'callers', 'calls', 'trends'] as const) {
    expect([...shadow.tables[family].entries()], family).toEqual([...before.tables[family].entries()])
  }
})

test('what is gone from the lists is not brought back', () => {
  const before = live()
  const shadow = read(before).hangUp('3', '2').member('q', ANN, { device: 'notInUse', inCall: false })
  carryOver(before.tables, shadow.tables)
  expect(shadow.tables.callers.size).toBe(0)
  expect(shadow.calls().map((call) => call.channels)).toEqual([['1']])
  expect(shadow.memberOf('q', ANN)).toMatchObject({ inCall: false, activity: 'idle' })
})

test('the end of a call is understood after a resync as before it', () => {
  const before = live()
  const shadow = read(before)
  carryOver(before.tables, shadow.tables)
  shadow.after(5).tell({ type: 'unheld', uniqueid: '2' })
  expect(shadow.memberOf('q', ANN).activity).toBe('onCall')
  shadow.hangUp('2').member('q', ANN, { device: 'notInUse' }).complete('q', ANN, '1').hangUp('1')
  expect(shadow.memberOf('q', ANN)).toMatchObject({ inCall: false, activity: 'idle', callsTaken: 1 })
  expect(shadow.tables.agentCalls.size).toBe(0)
})

test('another call that began while we were not looking does not inherit the time of the one before', () => {
  const before = live()
  const shadow = read(before, { callsTaken: 1 })
  carryOver(before.tables, shadow.tables)
  expect(shadow.memberOf('q', ANN).activitySince).not.toBe(before.memberOf('q', ANN).activitySince)
})

test('a call keeps its name when Asterisk has changed its Linkedid meanwhile', () => {
  const before = live()
  const [call] = before.calls()
  const shadow = new Scenario()
  shadow.now = before.now
  for (const uniqueid of ['1', '2']) {
    const channel = { ...before.snapshotOf(uniqueid), linkedid: '0.5' }
    shadow.tell({ type: 'channelListed', channel, bridge: 'b', seconds: 15 })
  }
  carryOver(before.tables, shadow.tables)
  expect(shadow.call()).toMatchObject({ id: call?.id, agent: ANN, queue: call?.queue, channels: ['1', '2'] })
  expect(shadow.hangUp('1', '2').calls()).toEqual([])
  expect([shadow.tables.callOfLinkedid.size, shadow.tables.openCalls.size]).toEqual([0, 0])
})

test('what was one call stays one, though the lists alone would tell two', () => {
  const before = live()
  const shadow = new Scenario()
  for (const uniqueid of ['1', '2']) {
    const channel = { ...before.snapshotOf(uniqueid), linkedid: uniqueid }
    shadow.tell({ type: 'channelListed', channel, bridge: null, seconds: 15 })
  }
  expect(shadow.calls()).toHaveLength(2)
  carryOver(before.tables, shadow.tables)
  expect(shadow.call().channels).toEqual(['1', '2'])
})

test('a parking space stays known where the account may not ask for it', () => {
  const before = new Scenario().channel('1', 'PJSIP/carrier', { state: 6 }).bridge('lot', ['1'], 'parking')
  before.park('1', '701')
  const shadow = read(before, { kind: 'parking' }).hangUp('3')
  carryOver(before.tables, shadow.tables)
  expect(shadow.call()).toMatchObject({ state: 'parked', parkingSlot: '701', stateSince: before.now })
})

test('a reset of the counters that we saw is later than the start of the PBX', () => {
  const before = live().tell({ type: 'queueCountersReset', queue: 'q' })
  const shadow = read(before)
  shadow.tables.bootedAt = 900_000
  carryOver(before.tables, shadow.tables)
  expect(shadow.queueCalled('q').countersSince).toBe(before.now)
})

test('a channel that ended just before the lists is not raised by what trails it', () => {
  const before = live().hangUp('2')
  const shadow = read(before)
  carryOver(before.tables, shadow.tables)
  shadow.tell({ type: 'channelPut', channel: channelAt('2', ANN, { state: 6 }) })
  expect(shadow.tables.channels.has('2')).toBe(false)
})
