import type { Member } from '@/lib/domain/member'
import { callWith, unite } from './calls'
import { patchChannel, putChannel } from './channel-table'
import type { EventOf } from './reduce-context'
import type { Channel, PbxTables } from './tables'

/**
 * Somebody takes the call for which another phone rings: from now on it is their channel that was dialled. Returns the near half
 * of the Local channel that dialled it, if any.
 */
export function notePickup(tables: PbxTables, event: EventOf<'pickedUp'>): string | null {
  const picker = putChannel(tables, event.channel, event.at)
  if (!picker) return null
  const dialledBy = tables.channels.get(event.targetUniqueid)?.dialledBy ?? picker.dialledBy
  patchChannel(tables, picker.uniqueid, { pickedUp: true, dialledBy })
  unite(tables, event.targetUniqueid, picker.uniqueid)
  return tables.channels.get(dialledBy ?? '')?.otherHalf ?? null
}

/** Who really talks, where a call of a queue was picked up. `member`: as whom this PBX knows them. */
export type Taker = { interface: string; name: string | null; member: Member | null }

/**
 * Asterisk tells of a picked-up call as one of the member whose phone rang, also where that one is far away
 * (app_queue.c, `try_calling`). `agentUniqueid`: the channel that it tells; `null`: nobody but that member has the call.
 */
export function takerOf(tables: PbxTables, queue: string, agentUniqueid: string | null): Taker | null {
  const picker = agentUniqueid === null ? null : pickerAt(tables, agentUniqueid)
  if (!picker) return null
  const memberships = [...tables.membersByEndpoint.of(picker.endpoint)].flatMap((id) => tables.members.get(id) ?? [])
  const member = memberships.find((one) => one.queue === tables.ids.queue(queue)) ?? memberships[0] ?? null
  return { interface: member?.interface ?? picker.phone, name: member?.name ?? picker.caller.name, member }
}

/** Where the queue called a Local channel, the phone behind it was picked up. */
function pickerAt(tables: PbxTables, agentUniqueid: string): Channel | null {
  const channel = tables.channels.get(agentUniqueid)
  if (!channel || channel.pickedUp) return channel ?? null
  if (channel.otherHalf === null) return null
  for (const uniqueid of callWith(tables, agentUniqueid)?.channels ?? []) {
    const other = tables.channels.get(uniqueid)
    if (other?.pickedUp && other.dialledBy === channel.otherHalf) return other
  }
  return null
}
