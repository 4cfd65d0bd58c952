import { type CallId, callId, parkedCallId, participantId, type QueueId } from '@/lib/domain/ids'
import { partyOf } from './call-parties'
import { callWith } from './calls'
import type { Channel, PbxTables } from './tables'

/** Who it is that is parked or in a conference, and through which call and queue: in the words of the calls. */
export function whoOf(
  tables: PbxTables,
  channel: Channel,
): { channel: string; number: string | null; name: string | null; call: CallId | null; queue: QueueId | null } {
  const { number, name } = partyOf(tables, channel)
  const call = callWith(tables, channel.uniqueid)
  return {
    ...{ channel: channel.name, number, name },
    call: call ? callId(tables.pbx, call.key) : null,
    queue: call?.queue ?? null,
  }
}

/** Calls were touched: those of their channels that are parked or in a conference are told anew. */
export function followGuests(tables: PbxTables): void {
  if (tables.guests.size === 0) return
  for (const key of tables.touchedCalls) {
    for (const uniqueid of tables.openCalls.get(key)?.channels ?? []) {
      const channel = tables.guests.has(uniqueid) && tables.channels.get(uniqueid)
      if (channel) tellGuest(tables, channel)
    }
  }
}

/** Whoever is parked no more, by whatever event, is in no slot; and who is nowhere any more is no guest. */
export function tellGuest(tables: PbxTables, channel: Channel): void {
  const { uniqueid } = channel
  const parked = parkedCallId(tables.pbx, uniqueid)
  const participant = participantId(tables.pbx, uniqueid)
  const { queue, ...who } = whoOf(tables, channel)
  if (channel.slot === null) tables.parkedCalls.delete(parked)
  else tables.parkedCalls.patch(parked, { ...who, queue })
  tables.participants.patch(participant, who)
  if (!tables.parkedCalls.get(parked) && !tables.participants.get(participant)) tables.guests.delete(uniqueid)
}

/** The channel hung up. */
export function guestLeft(tables: PbxTables, uniqueid: string): void {
  if (!tables.guests.delete(uniqueid)) return
  tables.parkedCalls.delete(parkedCallId(tables.pbx, uniqueid))
  tables.participants.delete(participantId(tables.pbx, uniqueid))
}
