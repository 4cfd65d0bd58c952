import { setDevice } from './devices'
import { deviceOf } from './lines'
import type { Pbx } from './pbx'
import type { Channel, Phone } from './records'

/** The trunk to the outside; its channels are called `PJSIP/carrier-…`. */
const CARRIER = 'PJSIP/carrier'

/** The house's own phone that a channel belongs to; a trunk is none. */
export function phoneOf(pbx: Pbx, channel: Channel): Phone | undefined {
  return pbx.phones.get(deviceOf(channel))
}

/** A line to a number outside: it looks like a phone, and no hint or device tells of it. */
export function outsideLine(number: string): Phone {
  const line = { device: CARRIER, person: '', state: 'NOT_INUSE', channel: null, lastCall: 0 } as const
  return { ...line, extension: number, members: [], presentity: null }
}

/** The phone takes part in this channel's call. */
export function occupy(pbx: Pbx, phone: Phone, channel: Channel, state: 'RINGING' | 'INUSE'): void {
  phone.channel = channel
  if (pbx.phones.has(phone.device)) setDevice(pbx, phone, state)
}

/** The phone is free again, unless it has taken up something else. */
export function release(pbx: Pbx, phone: Phone | undefined, channel: Channel): void {
  if (phone?.channel !== channel) return
  phone.channel = null
  if (!pbx.phones.has(phone.device)) return
  setDevice(pbx, phone, 'NOT_INUSE')
  pbx.onFree(phone)
}
