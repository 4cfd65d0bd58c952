import { expect, test } from 'vitest'
import type { Receipt } from '@/lib/protocol/receipts'
import { dest, openScriptedRoom, turn, wayOf } from './testing/scripted-room'

const OFFERS = [
  ...['Originate', 'Hangup', 'MessageSend', 'SendText', 'VoicemailUsersList', 'ConfbridgeListRooms', 'ConfbridgeMute'],
  ...['ConfbridgeLock', 'PJSIPQualify', 'PJSIPShowEndpoint', 'PJSIPRegister', 'PJSIPShowRegistrationsOutbound'],
]
type Room = Awaited<ReturnType<typeof openScriptedRoom>>

const MY = (uniqueid: string) => ({ Channel: 'PJSIP/121-00000004', Uniqueid: uniqueid, Linkedid: uniqueid })
const RINGING = { Channel: 'PJSIP/102-00000003', Uniqueid: '1.3', Linkedid: '1.9', CallerIDNum: '102' }
const OUTSIDE = { Channel: 'PJSIP/carrier-00000009', Uniqueid: '1.9', Linkedid: '1.9', CallerIDNum: '+49 30 1' }
const GUEST = { ...OUTSIDE, Conference: '600' }

async function open(): Promise<Room> {
  const room = await openScriptedRoom(OFFERS)
  const { pbx } = room
  pbx.event('Newchannel', { ...OUTSIDE, ChannelState: 4 })
  return room
}

async function endOf(room: Room, receipt: () => Receipt): Promise<[state: string, way: string, detail: string | null]> {
  for (let turns = 0; turns < 50 && receipt().state === 'underway'; turns += 1) await turn()
  room.pbx.store.flush()
  const { state, reason, detail } = receipt()
  return [reason ?? state, wayOf(receipt()), detail]
}

/** One's own phone rings and is answered. */
function answers({ pbx }: Room, id: string): void {
  pbx.event('Newchannel', { ...MY(id), ChannelState: 0 })
  pbx.event('Newstate', { ...MY(id), ChannelState: 5 })
  pbx.event('OriginateResponse', { Response: 'Success', Reason: 4, Uniqueid: id })
}

async function originated(room: Room): Promise<{ id: string; headers: Record<string, string> }> {
  const action = await room.sent('Originate')
  room.accept(action)
  const headers = Object.fromEntries(action.headers)
  return { id: headers.ChannelId ?? '', headers }
}

/** 102 rings for who calls from outside. */
async function ringing(): Promise<{ room: Room; channel: string }> {
  const room = await open()
  room.pbx.event('DialBegin', { ...OUTSIDE, ChannelState: 4, ...dest(RINGING), DestChannelState: 5 })
  room.pbx.store.flush()
  const found = [...room.pbx.store.tables.phoneChannels.values()].find(({ uniqueid }) => uniqueid === '1.3')
  return { room, channel: found?.id ?? '' }
}

test('what rings elsewhere is picked up when one’s own phone answers, and followed to its end', async () => {
  const { room, channel } = await ringing()
  const receipt = await room.begin({ type: 'phone.pickUp', channel })
  const { id, headers } = await originated(room)
  expect(headers).toMatchObject({ Channel: 'PJSIP/121', Application: 'PickupChan', Data: 'PJSIP/102-00000003' })
  answers(room, id)
  // The dialling ends at the phone that picked up, and the one that rang is gone.
  room.pbx.event('DialEnd', { ...OUTSIDE, ...dest(MY(id)), DialStatus: 'ANSWER' })
  room.pbx.event('Hangup', { ...RINGING, Cause: 26 })
  room.enters(MY(id))
  room.enters(OUTSIDE)
  room.pbx.clock.advance(7000)
  room.pbx.event('Hangup', { ...MY(id), Cause: 16 })
  expect(await endOf(room, receipt)).toEqual(['done', 'sent accepted phoneRings phoneAnswered connected ended:7', null])
})

test('somebody else was quicker: the phone that rang answers while one’s own rings', async () => {
  const { room, channel } = await ringing()
  const receipt = await room.begin({ type: 'phone.pickUp', channel })
  const { id } = await originated(room)
  answers(room, id)
  room.pbx.event('Hangup', { ...MY(id), Cause: 0 })
  await turn()
  room.pbx.clock.advance(300)
  expect(await endOf(room, receipt)).toEqual(['gone', 'sent accepted phoneRings phoneAnswered', null])
})

test('what rings no more is not picked up, and no phone rings for it', async () => {
  const { room, channel } = await ringing()
  room.pbx.event('Hangup', { ...RINGING, Cause: 16 })
  room.pbx.store.flush()
  const receipt = await room.begin({ type: 'phone.pickUp', channel })
  expect(await endOf(room, receipt)).toEqual(['gone', '', null])
})

const PARKEE = Object.fromEntries(Object.entries(OUTSIDE).map(([name, value]) => [`Parkee${name}`, value]))
const SPACE = { Parkinglot: 'default', ParkingSpace: '701', ParkingTimeout: 45, ParkingDuration: 0 }

async function parked(): Promise<{ room: Room; id: string }> {
  const room = await open()
  room.pbx.event('ParkedCall', { ...PARKEE, ...SPACE })
  room.pbx.store.flush()
  return { room, id: [...room.pbx.store.tables.parkedCalls.values()][0]?.id ?? '' }
}

test('who is parked is fetched by leading one’s own phone to the slot', async () => {
  const { room, id: who } = await parked()
  const receipt = await room.begin({ type: 'parked.fetch', parked: who })
  const { id, headers } = await originated(room)
  expect(headers).toMatchObject({ Channel: 'PJSIP/121', Context: 'parkedcalls', Exten: '701', Priority: '1' })
  answers(room, id)
  room.enters(MY(id))
  room.pbx.event('Hangup', { ...MY(id), Cause: 16 })
  expect((await endOf(room, receipt))[0]).toBe('done')
})

test('who was fetched by somebody else meanwhile is gone', async () => {
  const { room, id } = await parked()
  room.pbx.event('UnParkedCall', { ...PARKEE, ...SPACE })
  room.pbx.store.flush()
  expect(await endOf(room, await room.begin({ type: 'parked.fetch', parked: id }))).toEqual(['gone', '', null])
})

async function meeting(name = '600'): Promise<{ room: Room; conference: string; participant: string }> {
  const room = await open()
  room.pbx.event('ConfbridgeStart', { Conference: name })
  room.pbx.event('ConfbridgeJoin', { ...GUEST, Conference: name, Admin: 'No', Muted: 'No' })
  room.pbx.store.flush()
  const { conferences, participants } = room.pbx.store.tables
  return {
    room,
    conference: [...conferences.values()][0]?.id ?? '',
    participant: [...participants.values()][0]?.id ?? '',
  }
}

test('muting is seen in the events, before or after the answer, and taken back by one click', async () => {
  const { room, participant } = await meeting()
  const receipt = await room.begin({ type: 'conference.mute', participant })
  const action = await room.sent('ConfbridgeMute')
  expect(Object.fromEntries(action.headers)).toMatchObject({ Conference: '600', Channel: OUTSIDE.Channel })
  room.pbx.event('ConfbridgeMute', GUEST)
  room.pbx.store.flush()
  room.accept(action)
  expect((await endOf(room, receipt)).slice(0, 2)).toEqual(['done', 'sent accepted seen'])
  expect(receipt().undo).toEqual({ type: 'conference.unmute', participant })
})

test('a mute that nothing follows is told as not seen', async () => {
  const { room, participant } = await meeting()
  const receipt = await room.begin({ type: 'conference.mute', participant })
  room.accept(await room.sent('ConfbridgeMute'))
  await turn()
  room.pbx.clock.advance(5000)
  expect(await endOf(room, receipt)).toEqual(['notSeen', 'sent accepted', null])
})

test('an invited number is dialled by the rules, and is in the conference once it answers', async () => {
  const { room, conference } = await meeting()
  const receipt = await room.begin({ type: 'conference.invite', conference, to: '102' })
  const { id, headers } = await originated(room)
  expect(headers).toMatchObject({
    ...{ Channel: 'Local/102@internal/n', Application: 'ConfBridge', Data: '600', CallerID: '"600" <600>' },
  })
  const [near, far] = ['1', '2'].map((half) => `Local/102@internal-00000001;${half}`)
  const FAR = { Channel: far, Uniqueid: headers.OtherChannelId ?? '', Linkedid: id }
  room.pbx.event('DialBegin', { ...FAR, ...dest(RINGING), DestChannelState: 5 })
  room.pbx.event('DialEnd', { ...FAR, ...dest(RINGING), DialStatus: 'ANSWER' })
  const NEAR = { Channel: near, Uniqueid: id, Linkedid: id, CallerIDNum: '102' }
  room.pbx.event('ConfbridgeJoin', { ...NEAR, Conference: '600', Admin: 'No', Muted: 'No' })
  expect(await endOf(room, receipt)).toEqual(['done', 'sent accepted dialling otherRings connected seen', null])
})

test('an invitation is called off, and the number rings no more', async () => {
  const { room, conference } = await meeting()
  const receipt = await room.begin({ type: 'conference.invite', conference, to: '102' })
  const { id, headers } = await originated(room)
  await turn()
  await room.begin({ type: 'cancel', receipt: receipt().id })
  expect((await room.sent('Hangup')).headers.get('Channel')).toBe(id)
  room.pbx.event('Hangup', { Channel: 'Local/102@internal-00000001;2', Uniqueid: headers.OtherChannelId, Cause: 16 })
  expect((await endOf(room, receipt))[0]).toBe('cancelled')
})

test('a conference whose name would be more than one argument is not invited to', async () => {
  const { room, conference } = await meeting('600,admin')
  const receipt = await room.begin({ type: 'conference.invite', conference, to: '102' })
  expect(await endOf(room, receipt)).toEqual(['refusedByPbx', '', '600,admin'])
})

test('a message that leaves nothing in the mailbox is told of', async () => {
  const room = await openScriptedRoom(OFFERS)
  room.pbx.event('MessageWaiting', { Mailbox: '102@default', Waiting: 1, New: 1, Old: 0 })
  room.pbx.store.flush()
  const mailbox = [...room.pbx.store.tables.mailboxes.values()][0]?.id ?? ''
  const receipt = await room.begin({ type: 'mailbox.leave', mailbox })
  const { id, headers } = await originated(room)
  expect(headers).toMatchObject({ Channel: 'PJSIP/121', Application: 'VoiceMail', Data: '102@default,s' })
  answers(room, id)
  room.pbx.event('Hangup', { ...MY(id), Cause: 16 })
  await turn()
  room.pbx.clock.advance(5000)
  const way = 'sent accepted phoneRings phoneAnswered connected ended:0'
  expect(await endOf(room, receipt)).toEqual(['notSeen', way, 'noMessage'])
})

test('a text to a phone in a call goes into the call, to an idle one by itself', async () => {
  const room = await open()
  room.pbx.event('ExtensionStatus', { Exten: '101', Context: 'internal', Hint: 'PJSIP/101&PJSIP/109', Status: 1 })
  room.pbx.store.flush()
  const text = (endpoint: string) =>
    room.begin({ type: 'phone.text', pbx: 'main', endpoint, text: 'Call back, please' })
  const inCall = await text('PJSIP/101')
  const told = await room.sent('SendText')
  expect([told.headers.get('Channel'), told.headers.get('Message')]).toEqual([
    'PJSIP/101-00000002',
    'Call back, please',
  ])
  room.accept(told)
  expect(await endOf(room, inCall)).toEqual(['done', 'sent accepted', 'unconfirmed'])
  await text('PJSIP/109')
  const sent = await room.sent('MessageSend')
  expect([sent.headers.get('To'), sent.headers.get('Body')]).toEqual(['pjsip:109', 'Call back, please'])
})

const contact = (RoundtripUsec: string, Status = 'Reachable') =>
  ['ContactStatusDetail', { AOR: 'carrier', URI: 'sip:carrier@192.0.2.1', Status, RoundtripUsec }] as const

/** Begins the check, and lets the PBX answer until it is over. */
async function checked(answers: (string | readonly [usec: string, status: string])[]) {
  const room = await openScriptedRoom(OFFERS)
  const { pbx } = room
  const show = (answer: (typeof answers)[number]) =>
    pbx.lists.set('PJSIPShowEndpoint', [typeof answer === 'string' ? contact(answer) : contact(...answer)])
  pbx.event('DeviceStateChange', { Device: 'PJSIP/carrier', State: 'NOT_INUSE' })
  pbx.lists.set('PJSIPShowEndpoints', [
    [
      'EndpointList',
      { ObjectName: 'carrier', Transport: 'udp', Aor: 'carrier', DeviceState: 'Not in use', ActiveChannels: '' },
    ],
  ])
  show(answers[0] ?? '')
  pbx.event('Reload', { Module: 'All', Status: 0 })
  await pbx.pass(2000)
  pbx.store.flush()
  const endpoint = [...pbx.store.tables.endpoints.values()].find(({ name }) => name === 'carrier')?.id ?? ''
  const begun = room.begin({ type: 'trunk.qualify', endpoint })
  await pbx.answerAll()
  const receipt = await begun
  for (const answer of answers) {
    show(answer)
    await pbx.pass(250)
  }
  for (let more = 0; more < 30 && receipt().state === 'underway'; more += 1) await pbx.pass(250)
  return endOf(room, receipt)
}

test.each([
  ['answers', ['1200', '900'], ['done', 'sent accepted seen', null]],
  ['answers again after a silence', [['0', 'Unreachable'], '900'], ['done', 'sent accepted seen', null]],
  ['does not answer', [['0', 'Unreachable']], ['noAnswer', 'sent accepted', null]],
  ['is never asked', [['N/A', 'NonQualified']], ['notConfigured', 'sent accepted', 'qualify_frequency']],
] as const)('a trunk that %s', async (_how, answers, end) => {
  expect(await checked([...answers])).toEqual(end)
})
