import { expect, test } from 'vitest'
import { messageOf } from '@/server/testing/recordings/scripted-message'
import { normalise } from './normalise'

function eventOf(lines: string) {
  return normalise(messageOf(lines), 5_000)
}

test('an Originate ends with an answered phone, or without; the reason of PJSIP tells no more', () => {
  const lines = 'Event: OriginateResponse\nResponse: Failure\nUniqueid: ring-1'
  expect(eventOf(`${lines}\nReason: 4`)).toEqual({
    type: 'originateEnded',
    at: 5_000,
    uniqueid: 'ring-1',
    answered: true,
  })
  expect(eventOf(`${lines}\nReason: 0`)).toMatchObject({ uniqueid: 'ring-1', answered: false })
  expect(eventOf('Event: OriginateResponse\nResponse: Failure\nReason: 0\nUniqueid: <unknown>')).toBeNull()
})

test('listening begins and ends between two channels', () => {
  const lines = 'SpyerChannel: PJSIP/102-2\nSpyerUniqueid: 2\nSpyeeChannel: PJSIP/101-1\nSpyeeUniqueid: 1'
  expect(eventOf(`Event: ChanSpyStart\n${lines}`)).toMatchObject({
    type: 'spyStarted',
    uniqueid: '2',
    spiedUniqueid: '1',
  })
  expect(eventOf('Event: ChanSpyStop\nSpyerUniqueid: 2')).toMatchObject({ type: 'spyStopped', spiedUniqueid: null })
})

test.each([
  ['MixMonitorStart', 'recordingStarted'],
  ['MixMonitorStop', 'recordingStopped'],
  ['MonitorStart', 'recordingStarted'],
  ['MonitorStop', 'recordingStopped'],
])('%s is %s', (name, type) => {
  expect(eventOf(`Event: ${name}\nChannel: PJSIP/101-1\nUniqueid: 1`)).toEqual({ type, at: 5_000, uniqueid: '1' })
})

test('a recording is muted and heard again', () => {
  const muted = (state: string) => eventOf(`Event: MixMonitorMute\nUniqueid: 1\nDirection: both\nState: ${state}`)
  expect(muted('1')).toMatchObject({ type: 'recordingMuted', muted: true })
  expect(muted('0')).toMatchObject({ type: 'recordingMuted', muted: false })
})

test('a transfer names who left, who was sent on, and whether it came to be', () => {
  const blind = 'Event: BlindTransfer\nTransfererUniqueid: 1\nTransfereeUniqueid: 2\nExtension: 103'
  const sent = { type: 'blindTransferred', byUniqueid: '1', uniqueid: '2', exten: '103' }
  expect(eventOf(`${blind}\nResult: Success`)).toMatchObject({ ...sent, succeeded: true })
  expect(eventOf(`${blind}\nResult: Fail`)).toMatchObject({ ...sent, succeeded: false })
  const attended = 'Event: AttendedTransfer\nOrigTransfererUniqueid: 1\nSecondTransfererUniqueid: 3\nResult: Success'
  const transferee = 'TransfereeUniqueid: 2\nTransfereeChannel: PJSIP/trunk-1\nTransfereeCallerIDNum: 555'
  const brought = { type: 'attendedTransferred', byUniqueid: '1', secondUniqueid: '3', succeeded: true }
  expect(eventOf(`${attended}\n${transferee}\nDestType: App\nDestApp: Queue`)).toMatchObject({
    ...{ ...brought, app: 'Queue', bridge: null, transferee: { uniqueid: '2', caller: { number: '555' } } },
  })
  expect(eventOf(`${attended}\nDestType: Bridge\nDestBridgeUniqueid: b1`)).toMatchObject({
    ...{ ...brought, app: null, bridge: 'b1', transferee: null },
  })
  // All three talk on.
  expect(eventOf(`${attended}\nDestType: Threeway`)).toMatchObject({ type: 'unheld' })
})
