import { expect, test } from 'vitest'
import type { Item } from '@/server/testing/model/message-text'
import { channelHeaders, channelItem } from '@/server/testing/model/queue-items'
import { ScriptedPbx } from '@/server/testing/model/scripted-pbx'
import { CONFIRM_MS } from './audit'
import { CONFERENCE_AFTER_MS } from './conference-refresh'

const QUIET = { Admin: 'No', MarkedUser: 'No', Waiting: 'No', Muted: 'No', Talking: 'No' }

const roomItem = (more = {}): Item => ['ConfbridgeListRooms', { Conference: '600', Locked: 'No', Muted: 'No', ...more }]
const guestItem = (uniqueid: string, more = {}): Item => [
  'ConfbridgeList',
  { Conference: '600', ...QUIET, ...channelHeaders(uniqueid), ...more },
]
const PARKEE = Object.fromEntries(
  Object.entries(channelHeaders('1.9')).map(([name, value]) => [`Parkee${name}`, value]),
)
const SPACE = { Parkinglot: 'default', ParkingSpace: '701', ParkerDialString: 'PJSIP/101', ParkingTimeout: 40 }
const LOT: Item = ['Parkinglot', { Name: 'default', StartSpace: 701, StopSpace: 720, Timeout: 45 }]

const PARKED_CHANNEL: Item = ['CoreShowChannel', { ...channelHeaders('1.9'), BridgeId: 'lot', Duration: '00:00:05' }]

/** 1.5 is in the conference 600, 1.9 is parked. */
function house(): ScriptedPbx {
  const pbx = new ScriptedPbx()
  pbx.lists.set('CoreShowChannels', [channelItem('1.5'), PARKED_CHANNEL])
  pbx.lists.set('ConfbridgeListRooms', [roomItem()])
  pbx.lists.set('ConfbridgeList', [guestItem('1.5')])
  pbx.lists.set('Parkinglots', [LOT])
  pbx.lists.set('ParkedCalls', [['ParkedCall', { ...PARKEE, ...SPACE, ParkingDuration: 5 }]])
  return pbx
}

async function loaded(pbx = house()): Promise<ScriptedPbx> {
  await pbx.load()
  pbx.actions.length = 0
  return pbx
}

const participants = ({ store }: ScriptedPbx) => [...store.tables.participants.values()]
const conferences = ({ store }: ScriptedPbx) => [...store.tables.conferences.values()]
const parked = ({ store }: ScriptedPbx) => [...store.tables.parkedCalls.values()]

/** ConfBridge answers an empty list by an error. */
function closed(pbx: ScriptedPbx): void {
  pbx.refused.set('ConfbridgeListRooms', 'No active conferences.')
  pbx.lists.delete('ConfbridgeList')
}

test('at the first look lots, slots, conferences and who is in them are there', async () => {
  const pbx = await loaded()
  expect(conferences(pbx)).toMatchObject([{ name: '600', startedAt: null, recording: null, locked: false }])
  expect(participants(pbx)).toMatchObject([{ uniqueid: '1.5', joinedAt: null, talking: null }])
  expect(parked(pbx)).toMatchObject([{ slot: '701', uniqueid: '1.9', parkedAt: pbx.clock.now() - 5000 }])
  expect([...pbx.store.tables.parkingLots.values()]).toMatchObject([{ name: 'default', first: 701, last: 720 }])
  expect(pbx.session.stats().missing).toEqual([])
})

test('no conference is an error to Asterisk, and to us an empty list', async () => {
  const pbx = house()
  closed(pbx)
  await loaded(pbx)
  expect([pbx.link.state, pbx.session.stats().missing, conferences(pbx)]).toEqual(['live', [], []])
})

test('lists that our account may not have are named, and what events tell is shown nevertheless', async () => {
  const pbx = house()
  for (const list of ['ConfbridgeListRooms', 'ParkedCalls', 'Parkinglots']) pbx.refused.set(list, 'Permission denied')
  await loaded(pbx)
  expect(pbx.session.stats().missing).toEqual(['ParkedCalls', 'Parkinglots', 'ConfbridgeListRooms'])
  pbx.event('ParkedCall', { ...PARKEE, ...SPACE, ParkingDuration: 0 })
  pbx.event('ConfbridgeStart', { Conference: '600' })
  pbx.event('ConfbridgeJoin', { Conference: '600', ...channelHeaders('1.5'), Admin: 'No' })
  pbx.store.flush()
  expect([parked(pbx).length, conferences(pbx).length, participants(pbx).length]).toEqual([1, 1, 1])
})

test('what ended while the link was lost is no ghost after it', async () => {
  const pbx = await loaded()
  pbx.connection.lose()
  closed(pbx)
  pbx.lists.set('ParkedCalls', [])
  pbx.lists.set('CoreShowChannels', [])
  await pbx.load()
  expect([conferences(pbx), participants(pbx), parked(pbx)]).toEqual([[], [], []])
})

test('after a restart of Asterisk nothing of before is left', async () => {
  const pbx = await loaded()
  pbx.event('ConfbridgeRecord', { Conference: '600' })
  pbx.connection.lose()
  pbx.startup = '2026-11-23 10:00:00'
  await pbx.load()
  // The room is another one by the same name.
  expect(conferences(pbx)).toMatchObject([{ recording: null }])
})

test('who is marked, who waits and what the room is are asked for when somebody comes or goes', async () => {
  const pbx = await loaded()
  pbx.event('ConfbridgeJoin', { Conference: '600', ...channelHeaders('1.6'), Admin: 'Yes', Muted: 'No' })
  pbx.lists.set('ConfbridgeList', [guestItem('1.5'), guestItem('1.6', { Admin: 'Yes', MarkedUser: 'Yes' })])
  pbx.lists.set('ConfbridgeListRooms', [roomItem({ Locked: 'Yes' })])
  await pbx.pass(CONFERENCE_AFTER_MS)
  expect(pbx.actions.map(({ headers }) => Object.fromEntries(headers))).toMatchObject([
    { Action: 'ConfbridgeListRooms' },
    { Action: 'ConfbridgeList', Conference: '600' },
  ])
  pbx.store.flush()
  expect(participants(pbx)).toMatchObject([{ marked: false }, { marked: true, admin: true }])
  expect(conferences(pbx)).toMatchObject([{ locked: true }])
})

test('many who come at once cost one question', async () => {
  const pbx = await loaded()
  for (const uniqueid of ['1.6', '1.7', '1.8'])
    pbx.event('ConfbridgeJoin', { Conference: '600', ...channelHeaders(uniqueid), Admin: 'No' })
  await pbx.pass(CONFERENCE_AFTER_MS)
  expect(pbx.actions).toHaveLength(2)
})

test('what no event told is found by the audit: a room muted by its admin, somebody who vanished', async () => {
  const pbx = await loaded()
  pbx.lists.set('ConfbridgeListRooms', [roomItem({ Muted: 'Yes' })])
  pbx.lists.set('ConfbridgeList', [])
  pbx.lists.set('ParkedCalls', [])
  pbx.lists.set('CoreShowChannels', [channelItem('1.5'), channelItem('1.9')])
  const audit = pbx.session.audit()
  await pbx.answerAll()
  await pbx.pass(CONFIRM_MS)
  expect(await audit).toBe(4)
  pbx.store.flush()
  expect(conferences(pbx)).toMatchObject([{ muted: true }])
  expect([participants(pbx), parked(pbx)]).toEqual([[], []])
  const { auditDifferences } = pbx.session.stats()
  expect(auditDifferences).toMatchObject({ 'conference different': 1, 'participant extra': 1, 'parked extra': 1 })
})

test('a call that is parked in a lot nobody told of has the lots read anew', async () => {
  const pbx = await loaded()
  await pbx.pass(2000)
  pbx.lists.set('Parkinglots', [LOT, ['Parkinglot', { Name: 'vip', StartSpace: 801, StopSpace: 805, Timeout: 60 }]])
  pbx.event('ParkedCall', { ...PARKEE, ...SPACE, Parkinglot: 'vip', ParkingSpace: '801', ParkingDuration: 0 })
  await pbx.pass(10_000)
  expect(pbx.store.tables.parkingLots.size).toBe(2)
})
