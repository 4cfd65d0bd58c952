import { endpointOfChannel } from '@/lib/domain/endpoint'
import type { AmiMessage } from '@/server/ami/types'
import { channelOf, PARKEE, SUBJECT } from './channel-snapshot'
import type { ChannelFields, PbxEvent } from './pbx-event'
import type { Readers } from './reader'
import { numberOf, textOf } from './values'
import { anyOf, PARKEE_CHANNEL, PARKEE_UNIQUEID, PARKING_LEFT, PARKING_SPACE } from './versions'

/** Asterisk counts in unsigned seconds: without a time-out, what is left of it is no time that anybody waits. */
const NO_TIMEOUT_S = 10 * 365 * 86_400

function parkeeOf(message: AmiMessage): ChannelFields | null {
  const parkee = channelOf(message, PARKEE) ?? channelOf(message, SUBJECT)
  return parkee && { ...parkee, name: anyOf(message, PARKEE_CHANNEL) ?? '' }
}

/**
 * `ParkedCall` is both the live event and the item of ParkedCalls; `ParkingDuration` (s) is 0 in the event, and
 * `ParkingTimeout` what is left. Whoever takes another's place (`ParkedCallSwap`) is parked from then on.
 */
function parked(message: AmiMessage, at: number): PbxEvent | null {
  const channel = parkeeOf(message)
  const slot = anyOf(message, PARKING_SPACE)
  if (!channel || !slot) return null
  const left = Number(anyOf(message, PARKING_LEFT) ?? 0)
  return {
    type: 'parked',
    at,
    slot,
    channel,
    since: at - (numberOf(message, 'ParkingDuration') ?? 0) * 1000,
    lot: textOf(message, 'Parkinglot') ?? 'default',
    parkedBy: parkerOf(message),
    timesOutAt: left > 0 && left < NO_TIMEOUT_S ? at + left * 1000 : null,
  }
}

function parkerOf(message: AmiMessage): string | null {
  const dialString = textOf(message, 'ParkerDialString')
  if (dialString !== null) return dialString
  const channel = textOf(message, 'ParkerChannel') ?? textOf(message, 'From')
  return channel === null ? null : channel.slice(0, endpointOfChannel(channel).length)
}

function unparked(message: AmiMessage, at: number): PbxEvent | null {
  const uniqueid = anyOf(message, PARKEE_UNIQUEID)
  return uniqueid ? { type: 'unparked', at, uniqueid } : null
}

function lot(message: AmiMessage, at: number): PbxEvent | null {
  const name = message.get('Name')
  const first = numberOf(message, 'StartSpace') ?? numberOf(message, 'StartExten')
  const last = numberOf(message, 'StopSpace') ?? numberOf(message, 'StopExten')
  if (!name || first === undefined || last === undefined) return null
  return { type: 'parkingLotPut', at, name, first, last, timeoutSeconds: numberOf(message, 'Timeout') || null }
}

export const parkingReaders: Readers = {
  ParkedCall: parked,
  ParkedCallSwap: parked,
  UnParkedCall: unparked,
  ParkedCallTimeOut: unparked,
  ParkedCallGiveUp: unparked,
  Parkinglot: lot,
}
