import { announce, setState } from '../pbx/channels'
import { HINT_CONTEXT } from '../pbx/devices'
import type { Pbx } from '../pbx/pbx'
import { occupy } from '../pbx/phones'
import type { Channel, Party, Phone } from '../pbx/records'
import { lineOfCaller } from '../pbx/trunks'

/** Somebody lifts the receiver and dials. */
export function lift(pbx: Pbx, phone: Phone, exten: string): Channel {
  const self = { number: phone.extension, name: phone.person }
  const channel = pbx.createChannel(phone.device, self, { context: HINT_CONTEXT, exten })
  pbx.processedCalls++
  announce(pbx, channel, 'Ring')
  Object.assign(channel, { application: 'Dial', data: `PJSIP/${exten},20,tTkK` })
  setState(pbx, channel, 'Up')
  occupy(pbx, phone, channel, 'INUSE')
  return channel
}

/** Somebody outside calls the house. */
export function comeIn(pbx: Pbx, caller: Party, exten: string): Channel {
  const line = lineOfCaller(pbx)
  const channel = pbx.createChannel(line, caller, { context: line.replace('PJSIP/', 'from-'), exten })
  pbx.processedCalls++
  announce(pbx, channel, 'Ring')
  setState(pbx, channel, 'Up')
  return channel
}
