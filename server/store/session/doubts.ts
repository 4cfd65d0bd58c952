import { parkingLotId } from '@/lib/domain/ids'
import type { PbxEvent } from '@/server/events/pbx-event'
import type { PbxTables } from '../reducers/tables'

/** Why a live event, now reduced, does not fit the tables: they must have missed something. `null`: it fits. */
export function doubtOf(event: PbxEvent, tables: PbxTables): string | null {
  switch (event.type) {
    case 'callerJoined':
    case 'callerLeft':
      return unknownQueue(event.queue, tables) ?? wrongCount(event.queue, event.count, tables)
    case 'memberPut':
      return unknownQueue(event.queue, tables)
    case 'agentConnected': {
      const known = tables.members.get(tables.ids.member(event.queue, event.interface))
      return known ? null : `unknown member ${event.interface} of ${event.queue}`
    }
    case 'parked':
      return unknownLot(event.lot, tables)
    default:
      return null
  }
}

/** Where no lots are told at all, none is missed. */
function unknownLot(lot: string, tables: PbxTables): string | null {
  const isKnown = tables.parkingLots.size === 0 || tables.parkingLots.get(parkingLotId(tables.pbx, lot)) !== undefined
  return isKnown ? null : `unknown parking lot ${lot}`
}

function unknownQueue(queue: string, tables: PbxTables): string | null {
  return tables.queues.get(tables.ids.queue(queue)) ? null : `unknown queue ${queue}`
}

/** Asterisk counts under the queue's lock, so its count belongs to this very event; negative: not said. */
function wrongCount(queue: string, count: number, tables: PbxTables): string | null {
  const ours = tables.callersByQueue.of(tables.ids.queue(queue)).size
  return count < 0 || count === ours ? null : `${count} wait in ${queue}, not ${ours}`
}
