import { expect, test } from 'vitest'
import { messageOf } from '@/server/testing/recordings/scripted-message'
import { normalise } from './normalise'

/** Lines as Asterisk 1.8 to 11 wrote them (apps/app_queue.c, main/features.c, apps/app_dial.c at those tags). */
function eventOf(lines: string) {
  return normalise(messageOf(lines), 1_000_000)
}

test('1.8: someone joins and leaves a queue, without Linkedid, escapes and (when leaving) place', () => {
  const join = eventOf(`Event: Join
    Privilege: call,all
    Channel: SIP/trunk-00000001
    CallerIDNum: 5551234
    CallerIDName: Back\\slash O'Neil
    ConnectedLineNum: unknown
    ConnectedLineName: unknown
    Queue: support
    Position: 2
    Count: 2
    Uniqueid: 1300000000.1`)
  expect(join).toMatchObject({
    type: 'callerJoined',
    position: 2,
    channel: {
      uniqueid: '1300000000.1',
      linkedid: '1300000000.1',
      caller: { number: '5551234', name: "Back\\slash O'Neil" },
      connected: { number: null, name: null },
    },
  })
  const leave = eventOf('Event: Leave\nChannel: SIP/trunk-00000001\nQueue: support\nCount: 1\nUniqueid: 1300000000.1')
  expect(leave).toMatchObject({ type: 'callerLeft', uniqueid: '1300000000.1', position: null, count: 1 })
})

test('1.8: a member is told with Location, and without log-in, pause and wrap-up times', () => {
  const event = eventOf(`Event: QueueMemberStatus
    Queue: support
    Location: SIP/101
    MemberName: Ann
    Membership: dynamic
    Penalty: 1
    CallsTaken: 4
    LastCall: 1300000000
    Status: 6
    Paused: 1`)
  expect(event).toMatchObject({
    type: 'memberPut',
    member: {
      name: 'Ann',
      interface: 'SIP/101',
      stateInterface: undefined,
      membership: 'dynamic',
      callsTaken: 4,
      lastCallAt: 1_300_000_000_000,
      lastPauseAt: undefined,
      loggedInAt: undefined,
      ringInUse: undefined,
      device: 'ringing',
      paused: true,
      pausedReason: undefined,
    },
  })
})

test('up to 11 a pause tells nothing but the pause', () => {
  const pause = (rest: string) =>
    eventOf(`Event: QueueMemberPaused\nQueue: q\nLocation: SIP/101\nMemberName: Ann\n${rest}`)
  expect(pause('Paused: 1\nReason: lunch')).toEqual({
    type: 'memberChanged',
    at: 1_000_000,
    queue: 'q',
    interface: 'SIP/101',
    change: { paused: true, pausedReason: 'lunch', lastPauseAt: 1_000_000 },
  })
  expect(pause('Paused: 0')).toMatchObject({ change: { paused: false, pausedReason: null } })
  expect(pause('Paused: 0\nReason: back again')).toMatchObject({ change: { paused: false, pausedReason: null } })
})

test('up to 11 a new penalty tells nothing but the penalty', () => {
  expect(eventOf('Event: QueueMemberPenalty\nQueue: q\nLocation: SIP/101\nPenalty: 3')).toMatchObject({
    type: 'memberChanged',
    change: { penalty: 3 },
  })
})

test('16 gives the reason of an ended pause, and it is the reason of none', () => {
  const fields = 'Queue: q\nMemberName: Ann\nInterface: PJSIP/101\nStatus: 1'
  expect(eventOf(`Event: QueueMemberPause\n${fields}\nPaused: 1\nPausedReason: lunch\nReason: lunch`)).toMatchObject({
    member: { paused: true, pausedReason: 'lunch' },
  })
  expect(eventOf(`Event: QueueMemberPause\n${fields}\nPaused: 0\nPausedReason: \nReason: lunch`)).toMatchObject({
    member: { paused: false, pausedReason: null },
  })
})

test('up to 11 agents are called, connected and done under other names', () => {
  expect(eventOf('Event: AgentCalled\nQueue: q\nAgentCalled: SIP/101\nAgentName: Ann\nUniqueid: 1.1')).toMatchObject({
    type: 'agentCalled',
    interface: 'SIP/101',
    callerUniqueid: '1.1',
    agentUniqueid: null,
  })
  const rest = 'Queue: q\nUniqueid: 1.1\nChannel: SIP/101-2\nMember: SIP/101\nMemberName: Ann'
  expect(eventOf(`Event: AgentConnect\n${rest}\nHoldtime: 7\nBridgedChannel: 1.2\nRingtime: 2`)).toMatchObject({
    type: 'agentConnected',
    interface: 'SIP/101',
    callerUniqueid: '1.1',
    agentUniqueid: '1.2',
    holdSeconds: 7,
    ringSeconds: 2,
  })
  expect(eventOf(`Event: AgentComplete\n${rest}\nHoldTime: 7\nTalkTime: 60\nReason: agent`)).toMatchObject({
    type: 'agentCompleted',
    interface: 'SIP/101',
    agentUniqueid: null,
    talkSeconds: 60,
  })
})

test('up to 11 one Dial event tells begin and end', () => {
  const begin = eventOf(`Event: Dial
    SubEvent: Begin
    Channel: SIP/trunk-1
    Destination: SIP/101-2
    CallerIDNum: 5551234
    CallerIDName: <unknown>
    UniqueID: 1.1
    DestUniqueID: 1.2
    Dialstring: 101`)
  expect(begin).toMatchObject({
    type: 'dialBegan',
    caller: { uniqueid: '1.1', name: 'SIP/trunk-1', caller: { number: '5551234', name: null } },
    callee: { uniqueid: '1.2', name: 'SIP/101-2' },
    dialString: '101',
  })
  expect(eventOf('Event: Dial\nSubEvent: End\nChannel: SIP/trunk-1\nUniqueID: 1.1\nDialStatus: BUSY')).toMatchObject({
    type: 'dialEnded',
    callerUniqueid: '1.1',
    calleeUniqueid: null,
    status: 'BUSY',
  })
})

test('up to 11 channels are linked in pairs', () => {
  const pair = 'Channel1: SIP/a-1\nChannel2: SIP/b-2\nUniqueid1: 1.1\nUniqueid2: 1.2\nCallerID1: 1\nCallerID2: 2'
  expect(eventOf(`Event: Bridge\nBridgestate: Link\nBridgetype: core\n${pair}`)).toMatchObject({
    type: 'channelsLinked',
    one: '1.1',
    two: '1.2',
  })
  expect(eventOf(`Event: Unlink\n${pair}`)).toMatchObject({ type: 'channelsUnlinked', one: '1.1', two: '1.2' })
})

test('up to 11 one Hold event tells on and off; since 12 there are two', () => {
  expect(eventOf('Event: Hold\nStatus: On\nChannel: SIP/a-1\nUniqueid: 1.1')?.type).toBe('held')
  expect(eventOf('Event: Hold\nStatus: Off\nChannel: SIP/a-1\nUniqueid: 1.1')?.type).toBe('unheld')
  expect(eventOf('Event: Hold\nUniqueid: 1.1\nMusicClass: default')?.type).toBe('held')
  expect(eventOf('Event: Unhold\nUniqueid: 1.1')?.type).toBe('unheld')
})

test('up to 11 the space of a parked call is its Exten', () => {
  const parked = eventOf('Event: ParkedCall\nExten: 701\nChannel: SIP/a-1\nUniqueid: 1.1\nCallerIDName: A')
  expect(parked).toMatchObject({ type: 'parked', slot: '701', channel: { uniqueid: '1.1', name: 'SIP/a-1' } })
  expect(eventOf('Event: UnParkedCall\nExten: 701\nChannel: SIP/a-1\nUniqueid: 1.1')?.type).toBe('unparked')
})

test('a queue of old has one service level', () => {
  const event = eventOf('Event: QueueParams\nQueue: q\nMax: 0\nCompleted: 9\nAbandoned: 1\nServicelevelPerf: 88.9')
  expect(event).toMatchObject({ params: { serviceLevelPerf: 88.9, serviceLevelPerf2: 88.9, completed: 9 } })
})

test('boot, reload and shutdown are told with what the version tells', () => {
  expect(eventOf('Event: FullyBooted\nStatus: Fully Booted')).toMatchObject({ type: 'booted', uptimeSeconds: null })
  expect(eventOf('Event: FullyBooted\nUptime: 12\nLastReload: 3')).toMatchObject({ uptimeSeconds: 12 })
  expect(eventOf('Event: Reload\nModule: app_queue.so\nStatus: 0')).toMatchObject({ module: 'app_queue.so' })
  expect(eventOf('Event: Shutdown\nShutdown: Cleanly\nRestart: True')).toMatchObject({ restart: true })
  expect(eventOf('Event: Shutdown\nShutdown: Cleanly\nRestart: False')).toMatchObject({ restart: false })
})
