import { parkedCallId, parkingLotId } from '@/lib/domain/ids'
import { patchChannel, putChannel } from './channel-table'
import { whoOf } from './guests'
import type { EventOf } from './reduce-context'
import type { PbxTables } from './tables'

export function parkingLotPut(tables: PbxTables, event: EventOf<'parkingLotPut'>): void {
  const { name, first, last, timeoutSeconds } = event
  const id = parkingLotId(tables.pbx, name)
  tables.parkingLots.set(id, { id, pbx: tables.pbx, name, first, last, timeoutSeconds })
}

export function parked(tables: PbxTables, event: EventOf<'parked'>): void {
  const channel = putChannel(tables, event.channel, event.since)
  if (!channel) return
  const { uniqueid } = channel
  const { slot, since, lot, parkedBy, timesOutAt } = event
  giveWay(tables, event)
  patchChannel(tables, uniqueid, { slot, parkedAt: since })
  const id = parkedCallId(tables.pbx, uniqueid)
  tables.guests.add(uniqueid)
  tables.parkedCalls.set(id, {
    ...{ id, pbx: tables.pbx, lot, slot, uniqueid, parkedBy, parkedAt: since, timesOutAt },
    ...whoOf(tables, channel),
  })
}

/** A slot holds one: whoever another one takes the place of is there no more (`ParkedCallSwap`). */
function giveWay(tables: PbxTables, { lot, slot, channel }: EventOf<'parked'>): void {
  for (const other of tables.parkedCalls.values()) {
    if (other.lot !== lot || other.slot !== slot || other.uniqueid === channel.uniqueid) continue
    patchChannel(tables, other.uniqueid, { slot: null, parkedAt: null })
    tables.parkedCalls.delete(other.id)
  }
}

export function unparked(tables: PbxTables, event: EventOf<'unparked'>): void {
  patchChannel(tables, event.uniqueid, { slot: null, parkedAt: null })
  tables.parkedCalls.delete(parkedCallId(tables.pbx, event.uniqueid))
}
