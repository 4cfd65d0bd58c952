import { callerId, conferenceId, memberId, type PbxName, parkedCallId, participantId, queueId } from '@/lib/domain/ids'
import { unreachable } from '@/lib/unreachable'
import type { PbxEvent } from '@/server/events/pbx-event'
import type { PbxTables } from '../reducers/tables'
import { type Difference, differenceKey } from './differences'

/** The list item that tells a record, under the key of its difference; `null` for items that the audit does not compare. */
export function itemKey(pbx: PbxName, item: PbxEvent): string | null {
  switch (item.type) {
    case 'queueParams':
      return differenceKey('queue', queueId(pbx, item.queue))
    case 'memberPut':
      return differenceKey('member', memberId(pbx, item.queue, item.member.interface))
    case 'callerPut':
      return differenceKey('caller', callerId(pbx, item.uniqueid))
    case 'channelListed':
      return differenceKey('channel', item.channel.uniqueid)
    case 'parked':
      return differenceKey('parked', parkedCallId(pbx, item.channel.uniqueid))
    case 'conferencePut':
      return differenceKey('conference', conferenceId(pbx, item.conference))
    case 'participantPut':
      return differenceKey('participant', participantId(pbx, item.channel.uniqueid))
    default:
      return null
  }
}

/**
 * The event that makes a difference good: the list item itself for what is missing or different, a farewell for what the
 * PBX no longer has. `null`: no event says it, such as of a member whose queue was never told.
 */
export function healing(
  difference: Difference,
  items: ReadonlyMap<string, PbxEvent>,
  tables: PbxTables,
  at: number,
): PbxEvent | null {
  const { family, how, id } = difference
  if (how !== 'extra') return items.get(differenceKey(family, id)) ?? null
  switch (family) {
    case 'queue': {
      const queue = tables.queues.get(id)
      return queue ? { type: 'queueRemoved', at, queue: queue.name } : null
    }
    case 'member': {
      const member = tables.members.get(id)
      const queue = member && tables.queues.get(member.queue)
      return queue ? { type: 'memberRemoved', at, queue: queue.name, interface: member.interface } : null
    }
    case 'caller': {
      const caller = tables.callers.get(id)
      const queue = caller && tables.queues.get(caller.queue)
      return queue
        ? { type: 'callerLeft', at, queue: queue.name, position: null, count: -1, uniqueid: caller.uniqueid }
        : null
    }
    case 'channel':
      return { type: 'channelHungUp', at, uniqueid: id, cause: 0 }
    case 'parked': {
      const parked = tables.parkedCalls.get(id)
      return parked ? { type: 'unparked', at, uniqueid: parked.uniqueid } : null
    }
    case 'conference': {
      const conference = tables.conferences.get(id)
      return conference ? { type: 'conferenceEnded', at, conference: conference.name } : null
    }
    case 'participant': {
      const participant = tables.participants.get(id)
      const room = participant && tables.conferences.get(participant.conference)
      return room ? { type: 'participantLeft', at, conference: room.name, uniqueid: participant.uniqueid } : null
    }
    default:
      return unreachable(family)
  }
}
