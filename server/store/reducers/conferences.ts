import type { Conference, Participant } from '@/lib/domain/conference'
import { type ConferenceId, conferenceId, participantId } from '@/lib/domain/ids'
import type { ChannelFields } from '@/server/events/pbx-event'
import { putChannel } from './channel-table'
import { whoOf } from './guests'
import type { EventOf } from './reduce-context'
import type { PbxTables } from './tables'

export function conferenceStarted(tables: PbxTables, { conference, at }: EventOf<'conferenceStarted'>): void {
  const { startedAt, recording } = roomOf(tables, conference)
  tables.conferences.patch(conferenceId(tables.pbx, conference), {
    startedAt: startedAt ?? at,
    recording: recording ?? false,
  })
}

export function conferenceEnded(tables: PbxTables, { conference }: EventOf<'conferenceEnded'>): void {
  const id = conferenceId(tables.pbx, conference)
  tables.conferences.delete(id)
  for (const participant of tables.participants.values()) if (participant.conference === id) remove(tables, participant)
}

export function conferencePut(tables: PbxTables, { conference, locked, muted }: EventOf<'conferencePut'>): void {
  const { id } = roomOf(tables, conference)
  tables.conferences.patch(id, { locked, muted })
}

export function conferenceChanged(tables: PbxTables, { conference, change }: EventOf<'conferenceChanged'>): void {
  tables.conferences.patch(conferenceId(tables.pbx, conference), change)
}

/** The room, made known when it was not: an event of it may have been missed. */
function roomOf(tables: PbxTables, name: string): Conference {
  const id = conferenceId(tables.pbx, name)
  const known = tables.conferences.get(id)
  if (known) return known
  const room = { locked: false, recording: null, muted: false, startedAt: null }
  const conference: Conference = { id, pbx: tables.pbx, name, ...room }
  tables.conferences.set(id, conference)
  return conference
}

export function participantJoined(tables: PbxTables, event: EventOf<'participantJoined'>): void {
  const { admin, muted } = event
  put(tables, event, (known) => ({
    ...{ marked: known?.marked ?? false, waiting: known?.waiting ?? false, talking: known?.talking ?? null },
    ...{ admin, muted: muted ?? known?.muted ?? false, joinedAt: known?.joinedAt ?? event.at },
  }))
}

export function participantPut(tables: PbxTables, event: EventOf<'participantPut'>): void {
  const { talking, ...traits } = event.traits
  put(tables, event, (known) => ({
    ...traits,
    // A list says "no" of those, too, of whom Asterisk never tells whether they talk.
    talking: talking ? true : known && known.talking !== null ? false : null,
    joinedAt: known?.joinedAt ?? null,
  }))
}

type Traits = Pick<Participant, 'admin' | 'marked' | 'waiting' | 'muted' | 'talking' | 'joinedAt'>

function put(
  tables: PbxTables,
  { conference, channel: said, at }: { conference: string; channel: ChannelFields; at: number },
  traitsOf: (known: Participant | undefined) => Traits,
): void {
  const channel = putChannel(tables, said, at)
  if (!channel) return
  const room: ConferenceId = roomOf(tables, conference).id
  const { uniqueid } = channel
  const id = participantId(tables.pbx, uniqueid)
  const known = tables.participants.get(id)
  const { queue: _queue, ...who } = whoOf(tables, channel)
  const traits = traitsOf(known?.conference === room ? known : undefined)
  tables.guests.add(uniqueid)
  tables.participants.set(id, { id, pbx: tables.pbx, conference: room, uniqueid, ...who, ...traits })
}

export function participantChanged(tables: PbxTables, { uniqueid, change }: EventOf<'participantChanged'>): void {
  tables.participants.patch(participantId(tables.pbx, uniqueid), change)
}

export function participantLeft(tables: PbxTables, { conference, uniqueid }: EventOf<'participantLeft'>): void {
  const participant = tables.participants.get(participantId(tables.pbx, uniqueid))
  // Whoever went on to another room is there already.
  if (participant?.conference === conferenceId(tables.pbx, conference)) remove(tables, participant)
}

function remove(tables: PbxTables, { id, uniqueid }: Participant): void {
  tables.participants.delete(id)
  if (tables.channels.get(uniqueid)?.slot == null) tables.guests.delete(uniqueid)
}
