import type { Header } from '../ami/message'
import { createBridge, enterBridge, hangUp, leaveBridge } from './channels'
import type { Pbx } from './pbx'
import type { Channel, Parked } from './records'
import { channelHeaders } from './snapshots'

/** res_parking.conf of the simulated house: `parkpos => 701-720`. */
const FIRST_SLOT = 701
const LAST_SLOT = 720
const PARKING = { type: 'parking', technology: 'holding_bridge', creator: '<unknown>', name: '<unknown>' }

/** What events and the list of parked calls say of one. */
export function parkedHeaders(pbx: Pbx, slot: string, parked: Parked): Header[] {
  return [
    ['ParkerDialString', parked.parker],
    ['Parkinglot', 'default'],
    ['ParkingSpace', slot],
    ['ParkingTimeout', parked.timeoutSeconds],
    ['ParkingDuration', Math.floor((pbx.now() - parked.since) / 1000)],
  ]
}

/** A free slot, or `null` when the lot is full. */
export function freeSlot(pbx: Pbx): string | null {
  for (let slot = FIRST_SLOT; slot <= LAST_SLOT; slot++) if (!pbx.parked.has(String(slot))) return String(slot)
  return null
}

/** The channel, taken out of its call before, waits in the slot; after the time-out it is hung up. */
export function park(pbx: Pbx, channel: Channel, slot: string, timeoutSeconds: number): void {
  const bridge = createBridge(pbx, PARKING)
  const end = () => {
    tellParked(pbx, 'ParkedCallGiveUp', slot)
    unpark(pbx, channel)
    hangUp(pbx, channel, 16)
  }
  const cancelTimer = pbx.scheduler.after(timeoutSeconds * 1000, end)
  const parker = channel.name.slice(0, channel.name.lastIndexOf('-'))
  pbx.parked.set(slot, { channel, bridge, since: pbx.now(), timeoutSeconds, parker, cancelTimer })
  channel.onHangup = end
  enterBridge(pbx, bridge, channel)
  tellParked(pbx, 'ParkedCall', slot)
}

function tellParked(pbx: Pbx, name: string, slot: string, ...more: Header[]): void {
  const parked = pbx.parked.get(slot)
  if (parked)
    pbx.emit('call', name, () => [
      ...channelHeaders(parked.channel, 'Parkee'),
      ...more,
      ...parkedHeaders(pbx, slot, parked),
    ])
}

/** Somebody fetches who is parked there; gives the channel. */
export function fetchParked(pbx: Pbx, slot: string, retriever: Channel): Channel | null {
  const parked = pbx.parked.get(slot)
  if (!parked) return null
  tellParked(pbx, 'UnParkedCall', slot, ...channelHeaders(retriever, 'Retriever'))
  unpark(pbx, parked.channel)
  return parked.channel
}

/** Out of the lot without a word, if it is there; Asterisk keeps the lot's bridge without telling its end. */
export function unpark(pbx: Pbx, channel: Channel): void {
  for (const [slot, parked] of pbx.parked) {
    if (parked.channel !== channel) continue
    parked.cancelTimer()
    pbx.parked.delete(slot)
    leaveBridge(pbx, channel)
    pbx.bridges.delete(parked.bridge)
  }
}
