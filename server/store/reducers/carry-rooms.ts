import type { Conference, Participant } from '@/lib/domain/conference'
import type { ParkedCall } from '@/lib/domain/parking'
import { tellGuest } from './guests'
import type { PbxTables } from './tables'

/** Moments from lists are true to a second, and the list itself took its time. */
const SAME_MOMENT_MS = 2_500

/** Takes along what lists do not tell of parking lots and conferences, once calls and channels are in place. */
export function carryRooms(from: PbxTables, into: PbxTables): void {
  // Who may not ask for the lots knows what was told before, which is nothing or true.
  if (into.parkingLots.size === 0) for (const [id, lot] of from.parkingLots.entries()) into.parkingLots.set(id, lot)
  for (const before of from.parkedCalls.values()) carryParked(into, before)
  for (const before of from.participants.values()) carryParticipant(into, before)
  for (const before of from.conferences.values()) carryConference(from, into, before)
  for (const uniqueid of into.guests) {
    const channel = into.channels.get(uniqueid)
    if (channel) tellGuest(into, channel)
  }
}

/** Some accounts may not ask for ParkedCalls: whoever still stands in the slot is parked there. */
function carryParked(into: PbxTables, before: ParkedCall): void {
  const now = into.parkedCalls.get(before.id)
  if (now) {
    if (now.slot !== before.slot || now.lot !== before.lot) return
    into.parkedCalls.set(now.id, {
      ...now,
      parkedAt: closer(now.parkedAt, before.parkedAt),
      timesOutAt:
        now.timesOutAt === null || before.timesOutAt === null
          ? now.timesOutAt
          : closer(now.timesOutAt, before.timesOutAt),
    })
  } else if (into.channels.get(before.uniqueid)?.slot === before.slot) {
    into.parkedCalls.set(before.id, before)
    into.guests.add(before.uniqueid)
  }
}

function closer(listed: number, known: number): number {
  return Math.abs(listed - known) < SAME_MOMENT_MS ? known : listed
}

function carryParticipant(into: PbxTables, before: Participant): void {
  const now = into.participants.get(before.id)
  if (now?.conference !== before.conference) return
  const talking = now.talking ?? (before.talking === null ? null : false)
  into.participants.patch(before.id, { talking, joinedAt: now.joinedAt ?? before.joinedAt })
}

/** The same room while somebody has been in it all the time; of another one by its name nothing is known. */
function carryConference(from: PbxTables, into: PbxTables, before: Conference): void {
  const now = into.conferences.get(before.id)
  if (!now || !sharesSomebody(from, into, before)) return
  into.conferences.patch(before.id, {
    startedAt: now.startedAt ?? before.startedAt,
    recording: now.recording ?? before.recording,
  })
}

function sharesSomebody(from: PbxTables, into: PbxTables, { id }: Conference): boolean {
  for (const one of into.participants.values()) {
    if (one.conference === id && from.participants.get(one.id)?.conference === id) return true
  }
  return false
}
