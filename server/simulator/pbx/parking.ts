import type { Header } from '../ami/message'
import { createBridge, enterBridge, hangUp, leaveBridge } from './channels'
import { call } from './dialling'
import { deviceOf } from './lines'
import type { Pbx } from './pbx'
import type { Bridge, Channel, Parked } from './records'
import { channelHeaders } from './snapshots'

/** res_parking.conf of the simulated house: `parkpos => 701-720`, `parkingtime => 45`. */
export const LOT = { name: 'default', first: 701, last: 720, seconds: 45 }
const SORT = { type: 'parking', technology: 'holding_bridge', creator: 'Parking', name: LOT.name }
/** When nobody fetched them, who parked them is rung so long, and talks so long, in ms. */
const RINGS = 3_000
const TALKS = 90_000

/** What events and the list of parked calls say of one. */
export function parkedHeaders(pbx: Pbx, slot: string, parked: Parked): Header[] {
  const duration = Math.floor((pbx.now() - parked.since) / 1000)
  return [
    ['ParkerDialString', parked.parker],
    ['Parkinglot', LOT.name],
    ['ParkingSpace', slot],
    ['ParkingTimeout', Math.max(0, parked.timeoutSeconds - duration)],
    ['ParkingDuration', duration],
  ]
}

/** The wanted slot or else the first free one, `null` when there is none. */
export function freeSlot(pbx: Pbx, wanted = ''): string | null {
  const isThere = Number(wanted) >= LOT.first && Number(wanted) <= LOT.last
  if (isThere && !pbx.parked.has(wanted)) return wanted
  for (let slot = LOT.first; slot <= LOT.last; slot++) if (!pbx.parked.has(String(slot))) return String(slot)
  return null
}

export type ParkOptions = {
  slot: string
  timeoutSeconds?: number
  /** Who parks: `PJSIP/401`; without, the channel itself counts as who did, as in Asterisk. */
  parker?: string
  /** In a fixed moment nobody's time is ever over. */
  stays?: boolean
}

/** The channel, taken out of its call before, waits in the slot. */
export function park(pbx: Pbx, channel: Channel, { slot, stays = false, ...options }: ParkOptions): void {
  const { timeoutSeconds = LOT.seconds, parker = deviceOf(channel) } = options
  const bridge = lotBridge(pbx)
  const cancelTimer = stays ? () => {} : pbx.scheduler.after(timeoutSeconds * 1000, () => comeBack(pbx, slot))
  const parked: Parked = { channel, bridge, since: pbx.now(), timeoutSeconds, parker, cancelTimer }
  pbx.parked.set(slot, parked)
  channel.onHangup = () => {
    tellParked(pbx, 'ParkedCallGiveUp', slot)
    unpark(pbx, channel)
    hangUp(pbx, channel, 16)
  }
  tellParked(pbx, 'ParkedCall', slot)
  enterBridge(pbx, bridge, channel)
}

/** A lot has one bridge from its first call on, and keeps it. */
function lotBridge(pbx: Pbx): Bridge {
  for (const bridge of pbx.bridges) if (bridge.sort.type === SORT.type) return bridge
  return createBridge(pbx, SORT)
}

/** The time is over: who parked the call is rung again (`comebacktoorigin = yes`), or it ends. */
function comeBack(pbx: Pbx, slot: string): void {
  const parked = pbx.parked.get(slot)
  if (!parked) return
  const { channel, parker } = parked
  tellParked(pbx, 'ParkedCallTimeOut', slot)
  unpark(pbx, channel)
  const phone = pbx.phones.get(parker)
  const isFree = phone !== undefined && phone.channel === null && phone.state === 'NOT_INUSE'
  if (isFree) call(pbx, channel, phone, { how: 'answers', ms: RINGS }, TALKS)
  else hangUp(pbx, channel, 16)
}

function tellParked(pbx: Pbx, name: string, slot: string, ...more: Header[]): void {
  const parked = pbx.parked.get(slot)
  if (!parked) return
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

/** Out of the lot without a word, if it is there. */
export function unpark(pbx: Pbx, channel: Channel): void {
  for (const [slot, parked] of pbx.parked) {
    if (parked.channel !== channel) continue
    parked.cancelTimer()
    pbx.parked.delete(slot)
    leaveBridge(pbx, channel)
  }
}
