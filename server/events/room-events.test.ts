import { expect, test } from 'vitest'
import { messageOf } from '@/server/testing/recordings/scripted-message'
import { normalise } from './normalise'

function eventOf(lines: string) {
  return normalise(messageOf(lines), 60_000)
}

const ANN = `Channel: PJSIP/101-00000000
  ChannelState: 6
  CallerIDNum: 101
  CallerIDName: Ann O\\'Hara
  ConnectedLineNum: <unknown>
  Context: internal
  Exten: 600
  Uniqueid: 1.1
  Linkedid: 1.1`

test('a conference opens, is locked and recorded, and closes', () => {
  const of = (event: string) => eventOf(`Event: ${event}\nConference: 600\nBridgeName: 600`)
  expect(of('ConfbridgeStart')).toEqual({ type: 'conferenceStarted', at: 60_000, conference: '600' })
  expect(of('ConfbridgeLock')).toMatchObject({ type: 'conferenceChanged', change: { locked: true } })
  expect(of('ConfbridgeUnlock')).toMatchObject({ change: { locked: false } })
  expect(of('ConfbridgeRecord')).toMatchObject({ change: { recording: true } })
  expect(of('ConfbridgeStopRecord')).toMatchObject({ change: { recording: false } })
  expect(of('ConfbridgeEnd')).toMatchObject({ type: 'conferenceEnded', conference: '600' })
  expect(eventOf('Event: ConfbridgeListRooms\nConference: 600\nParties: 2\nLocked: Yes\nMuted: No')).toMatchObject({
    type: 'conferencePut',
    locked: true,
    muted: false,
  })
})

test('a participant joins, is muted, talks, and leaves', () => {
  const of = (event: string, more = '') => eventOf(`Event: ${event}\nConference: 600\n${ANN}\n${more}`)
  expect(of('ConfbridgeJoin', 'Admin: Yes\nMuted: No')).toMatchObject({
    type: 'participantJoined',
    channel: { uniqueid: '1.1', name: 'PJSIP/101-00000000', caller: { number: '101', name: "Ann O'Hara" } },
    admin: true,
    muted: false,
  })
  // Asterisk 11 did not tell it.
  expect(of('ConfbridgeJoin')).toMatchObject({ admin: false, muted: undefined })
  expect(of('ConfbridgeMute')).toMatchObject({ type: 'participantChanged', uniqueid: '1.1', change: { muted: true } })
  expect(of('ConfbridgeUnmute')).toMatchObject({ change: { muted: false } })
  expect(of('ConfbridgeTalking', 'TalkingStatus: on')).toMatchObject({ change: { talking: true } })
  expect(of('ConfbridgeTalking', 'TalkingStatus: off')).toMatchObject({ change: { talking: false } })
  expect(of('ConfbridgeLeave')).toMatchObject({ type: 'participantLeft', conference: '600', uniqueid: '1.1' })
  const list = 'Admin: No\nMarkedUser: Yes\nWaitMarked: No\nWaiting: No\nMuted: Yes\nTalking: No'
  expect(of('ConfbridgeList', list)).toMatchObject({
    type: 'participantPut',
    traits: { admin: false, marked: true, waiting: false, muted: true, talking: false },
  })
})

const PARKEE = ANN.replaceAll(/^ *(\w+:)/gm, 'Parkee$1')
const SPACE = 'ParkerDialString: PJSIP/102\nParkinglot: sales\nParkingSpace: 701'

test('somebody is parked: where, by whom, since when, and when they go back', () => {
  const live = eventOf(`Event: ParkedCall\n${PARKEE}\n${SPACE}\nParkingTimeout: 45\nParkingDuration: 0`)
  expect(live).toMatchObject({
    ...{ type: 'parked', lot: 'sales', slot: '701', parkedBy: 'PJSIP/102', since: 60_000, timesOutAt: 105_000 },
    channel: { uniqueid: '1.1', caller: { name: "Ann O'Hara" } },
  })
  const listed = eventOf(`Event: ParkedCall\n${PARKEE}\n${SPACE}\nParkingTimeout: 35\nParkingDuration: 10\nActionID: 1`)
  expect(listed).toMatchObject({ since: 50_000, timesOutAt: 95_000 })
  const forEver = eventOf(`Event: ParkedCall\n${PARKEE}\n${SPACE}\nParkingTimeout: 4294967290\nParkingDuration: 6`)
  expect(forEver).toMatchObject({ timesOutAt: null })
})

test.each(['UnParkedCall', 'ParkedCallTimeOut', 'ParkedCallGiveUp'])('%s ends it', (name) => {
  expect(eventOf(`Event: ${name}\n${PARKEE}\n${SPACE}`)).toEqual({ type: 'unparked', at: 60_000, uniqueid: '1.1' })
})

test('who takes the place of somebody parked is parked', () => {
  expect(eventOf(`Event: ParkedCallSwap\n${PARKEE}\n${SPACE}`)).toMatchObject({ type: 'parked', slot: '701' })
})

test('1.8: somebody is parked by a channel, in the only lot', () => {
  const lines = 'Exten: 701\nChannel: SIP/9-00000001\nFrom: SIP/101-00000002\nTimeout: 45\nUniqueid: 1.1'
  expect(eventOf(`Event: ParkedCall\n${lines}`)).toMatchObject({
    ...{ type: 'parked', lot: 'default', slot: '701', parkedBy: 'SIP/101', timesOutAt: 105_000 },
  })
})

test('a parking lot has its slots and its time', () => {
  const lot = 'Event: Parkinglot\nName: default\nStartSpace: 701\nStopSpace: 720'
  const fields = { type: 'parkingLotPut', name: 'default', first: 701, last: 720 }
  expect(eventOf(`${lot}\nTimeout: 600`)).toMatchObject({ ...fields, timeoutSeconds: 600 })
  expect(eventOf(`${lot}\nTimeout: 0`)).toMatchObject({ ...fields, timeoutSeconds: null })
})
