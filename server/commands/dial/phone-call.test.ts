import { expect, test } from 'vitest'
import type { ChannelFields, PbxEvent } from '@/server/events/pbx-event'
import { FixedClock } from '@/server/testing/fixed-clock'
import { ReceiptWriter } from '../receipt-writer'
import { PhoneCall } from './phone-call'

const RINGING = 5
const ME = 'ring-1'
const OTHER = '1795.2'

/** One call as the events of a real Asterisk 22 tell it. */
function ringing(expected: ConstructorParameters<typeof PhoneCall>[2] = {}) {
  const first = { id: crypto.randomUUID(), type: 'dial', subject: { who: null, queue: null, value: null } } as const
  const receipt = new ReceiptWriter({ first, clock: new FixedClock(), changed: () => {} })
  const call = new PhoneCall(ME, receipt, expected)
  const steps = () => receipt.current.steps.map(({ what, detail }) => (detail === null ? what : `${what} ${detail}`))
  const hear = (...events: PbxEvent[]) => {
    for (const event of events) call.hear(event)
  }
  return { call, steps, hear }
}

function channel(uniqueid: string): ChannelFields {
  const nobody = { number: null, name: null }
  const names = { name: `PJSIP/${uniqueid}`, accountCode: null, context: null, exten: null }
  return { uniqueid, linkedid: ME, state: 0, caller: nobody, connected: nobody, ...names }
}

const rings = (uniqueid: string): PbxEvent => ({
  type: 'channelPut',
  at: 1_000,
  channel: { ...channel(uniqueid), state: RINGING },
})
const born: PbxEvent = { type: 'channelPut', at: 1_000, channel: channel(ME) }
const answered: PbxEvent = { type: 'originateEnded', at: 2_000, uniqueid: ME, answered: true }
const failed: PbxEvent = { type: 'originateEnded', at: 2_000, uniqueid: ME, answered: false }
const dials = {
  ...{ type: 'dialBegan', at: 2_000, caller: channel(ME), callee: channel(OTHER), dialString: null },
} satisfies PbxEvent
const meets: PbxEvent = {
  type: 'bridgeEntered',
  at: 5_000,
  bridge: 'b',
  kind: 'call',
  channel: channel(ME),
  swapUniqueid: null,
}
const gone = (uniqueid: string, cause: number): PbxEvent => ({ type: 'channelHungUp', at: 65_000, uniqueid, cause })
const dialled = (callerUniqueid: string | null, calleeUniqueid: string, status: string): PbxEvent => ({
  type: 'dialEnded',
  at: 3_000,
  callerUniqueid,
  calleeUniqueid,
  status,
})

test('a call goes from one station to the next, and its end tells how long it was', () => {
  const { call, steps, hear } = ringing()
  hear(born, rings(ME), rings(ME), answered, dials, rings(OTHER), dialled(ME, OTHER, 'ANSWER'), meets, gone(ME, 16))
  expect(steps()).toEqual(['phoneRings', 'phoneAnswered', 'dialling', 'otherRings', 'connected', 'ended 60'])
  expect(call.failure()).toBeNull()
  expect(call.isEnded).toBe(true)
})

test('a phone that rings before Asterisk tells that it dials is told to ring', () => {
  const { steps, hear } = ringing()
  hear(born, answered, rings(OTHER), { ...dials, callee: { ...channel(OTHER), state: RINGING } }, rings(OTHER))
  expect(steps()).toEqual(['phoneAnswered', 'dialling', 'otherRings'])
})

test.each([
  ['busy', 'BUSY', 17],
  ['declined', 'BUSY', 21],
  ['noAnswer', 'NOANSWER', 0],
  ['unreachable', 'CHANUNAVAIL', 20],
])('one’s own phone is %s', (reason, status, cause) => {
  const { call, hear } = ringing()
  // DialEnd may follow the answer to the Originate.
  hear(born, failed, gone(ME, cause), dialled(null, ME, status))
  expect(call.failure()).toMatchObject({ reason })
})

test.each([
  ['busy', 'BUSY', 17],
  ['declined', 'BUSY', 21],
  ['noAnswer', 'NOANSWER', 0],
  ['unreachable', 'CHANUNAVAIL', 20],
  ['invalidNumber', 'CONGESTION', 1],
])('the other side is %s', (reason, status, cause) => {
  const { call, hear } = ringing()
  hear(born, answered, dials, gone(OTHER, cause), dialled(ME, OTHER, status), gone(ME, cause))
  expect(call.failure()).toMatchObject({ reason })
})

test('a phone that is not registered gets no channel', () => {
  const { call, hear } = ringing()
  hear(failed)
  expect(call.failure()).toMatchObject({ reason: 'unreachable' })
})

test('a menu dials nobody; who wanted somebody and met nobody is told so', () => {
  const menu = ringing()
  menu.hear(born, answered, gone(ME, 16))
  expect(menu.call.failure()).toBeNull()
  expect(menu.steps()).toEqual(['phoneAnswered', 'ended 0'])
  const spying = ringing({ unconnected: 'gone' })
  spying.hear(born, answered, gone(ME, 0))
  expect(spying.call.failure()).toMatchObject({ reason: 'gone', detail: null })
})

test('listening connects by its own event', () => {
  const { steps, hear } = ringing({ connectedBy: (event) => event.type === 'spyStarted' })
  hear(born, answered, { type: 'spyStarted', at: 5_000, uniqueid: ME, spiedUniqueid: OTHER }, gone(ME, 16))
  expect(steps()).toEqual(['phoneAnswered', 'connected', 'ended 60'])
})

test('what was cancelled before its channel came to be is hung up as soon as it does', () => {
  const { call, hear } = ringing()
  let isHungUp = false
  call.onBornLate = () => {
    isHungUp = true
  }
  call.isCancelled = true
  hear(born)
  expect(isHungUp).toBe(true)
  expect(call.failure()).toMatchObject({ reason: 'cancelled' })
})
