import type { CallId, ParkedCallId, ParkingLotId, PbxName, QueueId } from './ids'

/** Where calls are parked. */
export type ParkingLot = {
  id: ParkingLotId
  pbx: PbxName
  name: string
  /** First and last slot. */
  first: number
  last: number
  /** After so long a call goes back to who parked it; `null`: not told. */
  timeoutSeconds: number | null
}

/** So long before a call goes back, somebody should fetch it. */
export const GOES_BACK_SOON_MS = 15_000

/** Somebody who is parked. */
export type ParkedCall = {
  id: ParkedCallId
  pbx: PbxName
  lot: string
  slot: string
  uniqueid: string
  channel: string
  number: string | null
  name: string | null
  /** Who parked it: an endpoint or extension as Asterisk names it. */
  parkedBy: string | null
  /** ms since 1970 */
  parkedAt: number
  timesOutAt: number | null
  call: CallId | null
  /** The queue it came through. */
  queue: QueueId | null
}
