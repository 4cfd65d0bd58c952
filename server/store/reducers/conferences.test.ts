import { expect, test } from 'vitest'
import type { Participant } from '@/lib/domain/conference'
import { carryOver } from './carry-over'
import { channelAt, Scenario } from './testing/scenario'

const QUIET = { admin: false, marked: false, waiting: false, muted: false, talking: false }

function enter(pbx: Scenario, conference: string, uniqueid: string, phone: string): Scenario {
  const channel = channelAt(uniqueid, phone, { state: 6 })
  pbx.channel(uniqueid, phone, { state: 6 })
  return pbx.tell({ type: 'participantJoined', conference, channel, admin: false, muted: false })
}

/** Ann (1) and, ten seconds later, Ben (2) are in 600. */
function meeting(): Scenario {
  const pbx = new Scenario().tell({ type: 'conferenceStarted', conference: '600' })
  enter(pbx, '600', '1', 'PJSIP/101').after(10)
  return enter(pbx, '600', '2', 'PJSIP/102')
}

const rooms = (pbx: Scenario) => [...pbx.tables.conferences.values()]
const people = (pbx: Scenario) => [...pbx.tables.participants.values()]
const of = (pbx: Scenario, uniqueid: string) => people(pbx).find((one) => one.uniqueid === uniqueid) as Participant

test('a conference is open while somebody is in it, and everybody has a call of their own', () => {
  const pbx = meeting()
  expect(rooms(pbx)).toMatchObject([{ name: '600', startedAt: 1_000_000, recording: false, locked: false }])
  expect(people(pbx)).toMatchObject([
    { number: '101', joinedAt: 1_000_000, muted: false, talking: null },
    { number: '102', joinedAt: 1_010_000 },
  ])
  expect(people(pbx).map(({ call }) => call)).toEqual(pbx.calls().map(({ id }) => id))
  pbx.tell({ type: 'participantLeft', conference: '600', uniqueid: '2' })
  expect(people(pbx).map(({ uniqueid }) => uniqueid)).toEqual(['1'])
  pbx.hangUp('1').tell({ type: 'conferenceEnded', conference: '600' })
  expect([rooms(pbx), people(pbx)]).toEqual([[], []])
  expect(pbx.tables.guests.size).toBe(0)
})

test('what is told of a room and of whom it is told is so from then on', () => {
  const pbx = meeting()
  pbx.tell({ type: 'conferenceChanged', conference: '600', change: { locked: true } })
  pbx.tell({ type: 'conferenceChanged', conference: '600', change: { recording: true } })
  pbx.tell({ type: 'participantChanged', uniqueid: '1', change: { muted: true } })
  pbx.tell({ type: 'participantChanged', uniqueid: '2', change: { talking: true } })
  expect(rooms(pbx)).toMatchObject([{ locked: true, recording: true }])
  expect(people(pbx)).toMatchObject([
    { muted: true, talking: null },
    { muted: false, talking: true },
  ])
})

test('the same told twice changes nothing', () => {
  const pbx = meeting()
  const before = [...rooms(pbx), ...people(pbx)]
  pbx.after(5).tell({ type: 'conferenceStarted', conference: '600' })
  enter(pbx, '600', '1', 'PJSIP/101')
  expect([...rooms(pbx), ...people(pbx)]).toEqual(before)
})

test('a list that says nobody talks does not say that anybody could be heard to', () => {
  const pbx = meeting()
  const put = (uniqueid: string, traits: object) => {
    const channel = pbx.snapshotOf(uniqueid)
    pbx.tell({ type: 'participantPut', conference: '600', channel, traits: { ...QUIET, ...traits } })
  }
  put('1', { marked: true })
  expect(of(pbx, '1')).toMatchObject({ talking: null, marked: true, joinedAt: 1_000_000 })
  put('1', { talking: true })
  expect(of(pbx, '1').talking).toBe(true)
  put('1', {})
  expect(of(pbx, '1').talking).toBe(false)
})

test('a caller whose name becomes known has it in the conference, too', () => {
  const pbx = meeting()
  const channel = { ...pbx.snapshotOf('1'), caller: { number: '101', name: 'Ann' } }
  pbx.tell({ type: 'channelPut', channel })
  expect(of(pbx, '1').name).toBe('Ann')
})

test('whoever goes on to another room is in that one, whichever event comes first', () => {
  const pbx = meeting()
  enter(pbx, '601', '1', 'PJSIP/101').tell({ type: 'participantLeft', conference: '600', uniqueid: '1' })
  expect(of(pbx, '1').conference).toBe(rooms(pbx).find(({ name }) => name === '601')?.id)
})

test('a participant whose channel has ended is not raised again by an event that trails', () => {
  const pbx = meeting().hangUp('2')
  enter(pbx, '600', '2', 'PJSIP/102')
  expect(people(pbx)).toHaveLength(1)
})

/** What the lists say twenty seconds later. */
function read(pbx: Scenario): Scenario {
  const shadow = new Scenario()
  shadow.now = pbx.now + 20_000
  for (const uniqueid of pbx.tables.channels.keys()) {
    shadow.tell({ type: 'channelListed', channel: pbx.snapshotOf(uniqueid), bridge: null, seconds: 20 })
  }
  for (const { name, locked, muted } of rooms(pbx))
    shadow.tell({ type: 'conferencePut', conference: name, locked, muted })
  for (const { uniqueid, admin, marked, waiting, muted, talking } of people(pbx)) {
    const traits = { admin, marked, waiting, muted, talking: talking === true }
    shadow.tell({ type: 'participantPut', conference: '600', channel: pbx.snapshotOf(uniqueid), traits })
  }
  return shadow
}

test('a resync of a conference that was true changes none of its records', () => {
  const before = meeting().tell({ type: 'conferenceChanged', conference: '600', change: { recording: true } })
  before.tell({ type: 'participantChanged', uniqueid: '1', change: { talking: false } })
  const shadow = read(before)
  carryOver(before.tables, shadow.tables)
  for (const family of ['conferences', 'participants', 'calls'] as const) {
    expect([...shadow.tables[family].entries()], family).toEqual([...before.tables[family].entries()])
  }
})

test('of a room that others have opened meanwhile, its recording and its beginning are not known', () => {
  const before = meeting().tell({ type: 'conferenceChanged', conference: '600', change: { recording: true } })
  const shadow = new Scenario().channel('3', 'PJSIP/103', { state: 6 })
  shadow.tell({ type: 'conferencePut', conference: '600', locked: false, muted: false })
  const channel = shadow.snapshotOf('3')
  shadow.tell({ type: 'participantPut', conference: '600', channel, traits: QUIET })
  carryOver(before.tables, shadow.tables)
  expect(rooms(shadow)).toMatchObject([{ recording: null, startedAt: null }])
  expect(people(shadow)).toMatchObject([{ uniqueid: '3', joinedAt: null }])
})
