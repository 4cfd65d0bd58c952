import type { Call } from '@/lib/domain/call'
import { endpointOfInterface } from '@/lib/domain/endpoint'
import type { PbxName } from '@/lib/domain/ids'
import type { Phone } from '@/lib/protocol/viewer'

const UP = 6

/** A channel, as far as it matters at whose phone it is. `state`: Asterisk's own; 6 is up. */
export type PhoneChannel = { name: string; endpoint: string; state: number }
export type ChannelOf = (pbx: PbxName, uniqueid: string) => PhoneChannel | undefined

/** Where a call is: at which phone, on which side, and does it still ring there? */
export type Place = { phone: string; side: 'from' | 'to'; channel: string; rings: boolean }

/** The same for a phone and for a channel at it, on one PBX. */
export function phoneKey(pbx: string, endpoint: string): string {
  return `${pbx}|${endpoint}`
}

export function keyOfPhone({ pbx, interface: name }: Phone): string {
  return phoneKey(pbx, endpointOfInterface(name))
}

/**
 * All phones that a call is at. A queue may let many ring, while the call's record names none before one has answered: so
 * its channels tell.
 */
export function placesOf(call: Call, channelOf: ChannelOf): Place[] {
  return call.channels.flatMap((uniqueid) => {
    const channel = channelOf(call.pbx, uniqueid)
    if (channel === undefined) return []
    const side = channel.name === call.from.channel ? 'from' : 'to'
    const rings = side === 'to' && channel.state !== UP
    return [{ phone: phoneKey(call.pbx, channel.endpoint), side, channel: channel.name, rings }]
  })
}

/** The call as it is at one's own phone: while it rings there, it is for this phone, whoever else it rings at. */
export function callAt(call: Call, place: Place, { exten, label }: Phone): Call {
  if (!place.rings) return call
  return { ...call, state: 'ringing', to: { number: exten, name: label, channel: place.channel } }
}
