import { expect, test } from 'vitest'
import type { AmiMessage } from '@/server/ami/types'
import { recorded } from '@/server/testing/recordings/recording'
import { messageOf } from '@/server/testing/recordings/scripted-message'
import { DROPPED_EVENTS, KEPT_EVENTS } from './dropped-events'
import { normalise } from './normalise'
import { READERS } from './readers'

const RECEIVED_AT = 1_795_346_900_000

function eventOf(lines: string) {
  return normalise(messageOf(lines), RECEIVED_AT)
}

test('a live event has its own time, a list item that of its arrival', () => {
  const lines = `Event: DeviceStateChange
    Device: PJSIP/101
    State: RINGINUSE`
  expect(eventOf(lines)).toEqual({ type: 'devicePut', at: RECEIVED_AT, device: 'PJSIP/101', state: 'ringInUse' })
  expect(eventOf(`${lines}\nTimestamp: 1795346917.101949`)?.at).toBe(1_795_346_917_101)
})

test('a response says nothing of the PBX, even one that is named like an event', () => {
  expect(eventOf('Response: Success\nQueue: support')).toBeNull()
  expect(eventOf('Response: Hangup\nUniqueid: 1.1')).toBeNull()
})

test('ids are text: nothing is coerced', () => {
  const event = eventOf(`Event: QueueCallerLeave
    Queue: 0041
    Position: 1
    Count: 0
    Uniqueid: 1795339177.10
    Linkedid: 1795339177.10`)
  expect(event).toMatchObject({ queue: '0041', uniqueid: '1795339177.10' })
})

test.each(['QueueCallerJoin', 'QueueMemberStatus', 'AgentConnect', 'Hangup', 'Newstate', 'BridgeEnter', 'DialBegin'])(
  'a %s that does not name its subject is nothing',
  (name) => {
    expect(eventOf(`Event: ${name}\nTimestamp: 1795346917.1`)).toBeNull()
  },
)

test('a hang-up tells how the queue was left where manager.conf adds that to events, also that no queue let it go', () => {
  const hungUp = (...more: string[]) => eventOf(['Event: Hangup', 'Uniqueid: 1.1', 'Cause: 16', ...more].join('\n'))
  expect(hungUp('ChanVariable: A=1', 'ChanVariable: QUEUESTATUS=TIMEOUT')).toMatchObject({ queueStatus: 'TIMEOUT' })
  const place = ['Context: in', 'Exten: 0800', 'Priority: 3', 'CallerIDNum: 555']
  expect(hungUp('ChanVariable: QUEUESTATUS=FULL', ...place)).toMatchObject({
    ...{ queueStatus: 'FULL', place: 'in|0800|3', caller: { number: '555' } },
  })
  expect(hungUp('ChanVariable: QUEUESTATUS=')).toMatchObject({ queueStatus: '' })
  expect(hungUp()).not.toHaveProperty('queueStatus')
})

test('a name is C-escaped in a snapshot and raw in a list, and comes out the same', () => {
  const joined = eventOf(`Event: QueueCallerJoin
    Channel: PJSIP/carrier-00000000
    CallerIDNum: +442071838750
    CallerIDName: Tom O\\'Brien \\\\ \\"T\\"
    ConnectedLineNum: <unknown>
    ConnectedLineName: <unknown>
    Uniqueid: 1.1
    Linkedid: 1.1
    Queue: support
    Position: 1
    Count: 1`)
  const listed = eventOf(`Event: QueueEntry
    Queue: support
    Position: 1
    Channel: PJSIP/carrier-00000000
    Uniqueid: 1.1
    CallerIDNum: +442071838750
    CallerIDName: Tom O'Brien \\ "T"
    Wait: 25
    Priority: 10`)
  const party = { number: '+442071838750', name: 'Tom O\'Brien \\ "T"' }
  expect(joined).toMatchObject({ channel: { caller: party, connected: { number: null, name: null } } })
  expect(listed).toMatchObject({ party, priority: 10, joinedAt: RECEIVED_AT - 25_000 })
})

test("a caller's priority is not the dialplan's", () => {
  const event = eventOf('Event: QueueCallerJoin\nUniqueid: 1.1\nPriority: 3\nQueue: q\nPosition: 1\nCount: 1')
  expect(JSON.stringify(event)).not.toContain('priority')
})

test('an agent rings for seconds when answering and for milliseconds when not', () => {
  const subject = 'Queue: q\nInterface: PJSIP/101\nUniqueid: 1.1\nDestUniqueid: 1.2'
  expect(eventOf(`Event: AgentConnect\n${subject}\nRingTime: 12`)).toMatchObject({ ringSeconds: 12 })
  expect(eventOf(`Event: AgentRingNoAnswer\n${subject}\nRingTime: 12000`)).toMatchObject({ ringMs: 12_000 })
})

test('a member of the realtime database is as fixed as lists say, also where events name the database', () => {
  const fields = 'Queue: q\nStatus: 1\nPaused: 0'
  const listed = eventOf(`Event: QueueMember\nName: Ann\nLocation: PJSIP/101\nMembership: static\n${fields}`)
  const told = eventOf(
    `Event: QueueMemberStatus\nMemberName: Ann\nInterface: PJSIP/101\nMembership: realtime\n${fields}`,
  )
  expect([listed, told]).toMatchObject([{ member: { membership: 'static' } }, { member: { membership: 'static' } }])
})

test('InCall is believed in lists only', () => {
  const fields = 'Queue: q\nStatus: 2\nInCall: 1\nPaused: 0'
  expect(eventOf(`Event: QueueMember\nName: Ann\nLocation: PJSIP/101\n${fields}`)).toMatchObject({
    member: { name: 'Ann', interface: 'PJSIP/101', inCall: true },
  })
  expect(eventOf(`Event: QueueMemberStatus\nMemberName: Ann\nInterface: PJSIP/101\n${fields}`)).toMatchObject({
    member: { name: 'Ann', interface: 'PJSIP/101', inCall: undefined },
  })
})

test('a parked call was parked as long ago as its list says', () => {
  const event = eventOf(`Event: ParkedCall
    ActionID: 1
    ParkeeChannel: PJSIP/carrier-1
    ParkeeUniqueid: 1.1
    ParkeeLinkedid: 1.1
    ParkingSpace: 701
    ParkingDuration: 5`)
  expect(event).toMatchObject({ type: 'parked', slot: '701', since: RECEIVED_AT - 5_000, channel: { uniqueid: '1.1' } })
})

test.each([
  ['parking', 'holding_bridge', 'Parking', 'parking'],
  ['base', 'holding_bridge', 'AgentPool', 'holding'],
  ['base', 'softmix', 'ConfBridge', 'conference'],
  ['basic', 'softmix', '<unknown>', 'call'],
  ['basic', 'simple_bridge', '<unknown>', 'call'],
])('a bridge of type %s with %s by %s is for a %s', (type, technology, creator, kind) => {
  const event = eventOf(`Event: BridgeListItem
    BridgeUniqueid: b
    BridgeType: ${type}
    BridgeTechnology: ${technology}
    BridgeCreator: ${creator}`)
  expect(event).toEqual({ type: 'bridgeListed', at: RECEIVED_AT, bridge: 'b', kind })
})

test('what is used is never dropped, or kept by the line that makes it of use', () => {
  const dropped = [...READERS.keys()].filter((name) => DROPPED_EVENTS.has(name))
  expect(dropped).toEqual(Object.keys(KEPT_EVENTS))
})

test('ends of lists and answers to an Originate are never dropped: somebody waits for them', () => {
  for (const name of DROPPED_EVENTS) expect(name).not.toMatch(/Complete$|^OriginateResponse$/)
})

test.each(['22', '16'] as const)('of each event that a real Asterisk %s sent it is settled who wants it', (version) => {
  // Wanted by whoever sent the action; nobody sends these here.
  const answers = /Complete$|^OriginateResponse$|^QueueSummary$|^ConfbridgeList$/
  const names = new Set(recorded(version).flatMap(({ message }) => (message.kind === 'event' ? [message.name] : [])))
  const unsettled = [...names].filter((name) => !READERS.has(name) && !DROPPED_EVENTS.has(name) && !answers.test(name))
  expect(unsettled).toEqual([])
})

test.each(['22', '16'] as const)('every used event of a real Asterisk %s is understood', (version) => {
  const isUsed = (message: AmiMessage) =>
    message.kind === 'event' &&
    READERS.has(message.name) &&
    (!DROPPED_EVENTS.has(message.name) || message.get('Variable') === 'QUEUESTATUS')
  const used = recorded(version).filter(({ message }) => isUsed(message))
  expect(used.length).toBeGreaterThan(3_000)
  expect(used.filter(({ event }) => event === null)).toEqual([])
})

test('a listed channel in the application Queue tells which queue it came to, any other none', () => {
  const listed = (application: string, data: string) =>
    eventOf(`Event: CoreShowChannel
    Channel: PJSIP/carrier-00000001
    Uniqueid: 1.1
    Linkedid: 1.1
    Application: ${application}
    ApplicationData: ${data}
    Duration: 00:01:02`)
  expect(listed('Queue', 'support,tTkK,,,90')).toMatchObject({ type: 'channelListed', queue: 'support', seconds: 62 })
  expect(listed('AppQueue', '(Outgoing Line)')).not.toHaveProperty('queue')
  expect(listed('Queue', '')).not.toHaveProperty('queue')
})
