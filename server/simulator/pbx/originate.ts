import type { Header } from '../ami/message'
import { announce, hangUp, setState, tellDial } from './channels'
import { HINT_CONTEXT } from './devices'
import type { Pbx } from './pbx'
import { occupy, release } from './phones'
import type { Channel, Phone } from './records'

/** `Reason` of OriginateResponse with PJSIP: answered, own time-out, everything else (main/dial.c keeps no cause). */
export const ANSWERED = 4
const TIMED_OUT = 3
export const FAILED = 0

export type Order = {
  actionId: string
  /** The channel's Uniqueid; empty: one of the PBX's own. */
  channelId: string
  timeoutMs: number
  context: string
  exten: string
  /** What it is led to instead of an extension. */
  application: string
  data: string
}

/** Rings a phone, whose person picks up shortly; `answered` then says where the channel goes. */
export function originate(pbx: Pbx, phone: Phone, order: Order, answered: (channel: Channel) => void): void {
  const self = { number: phone.extension, name: phone.person }
  const place = { context: HINT_CONTEXT, exten: 's' }
  const channel = pbx.createChannel(phone.device, self, place, order.channelId || undefined, order.channelId)
  announce(pbx, channel, 'Down')
  tellDial(pbx, 'DialBegin', null, channel, ['DialString', phone.extension])
  const fail = (status: string, cause: number, reason: number) => {
    tellDial(pbx, 'DialEnd', null, channel, ['DialStatus', status])
    hangUp(pbx, channel, cause)
    release(pbx, phone, channel)
    respond(pbx, channel, order, reason)
  }
  const away = phone.state === 'UNAVAILABLE' || phone.state === 'INVALID'
  if (away || phone.channel) {
    fail(away ? 'CHANUNAVAIL' : 'BUSY', away ? 20 : 17, FAILED)
    return
  }
  occupy(pbx, phone, channel, 'RINGING')
  setState(pbx, channel, 'Ringing')
  const pickUp = () => {
    for (const cancel of timers) cancel()
    channel.onHangup = null
    setState(pbx, channel, 'Up')
    tellDial(pbx, 'DialEnd', null, channel, ['DialStatus', 'ANSWER'])
    occupy(pbx, phone, channel, 'INUSE')
    respond(pbx, channel, order, ANSWERED)
    answered(channel)
  }
  const timers = [
    pbx.scheduler.after(pbx.random.between(1500, 3500), pickUp),
    pbx.scheduler.after(order.timeoutMs, () => channel.onHangup?.()),
  ]
  const endsAt = pbx.now() + order.timeoutMs
  channel.onHangup = () => {
    for (const cancel of timers) cancel()
    const timedOut = pbx.now() >= endsAt
    fail(timedOut ? 'NOANSWER' : 'CANCEL', timedOut ? 19 : 16, timedOut ? TIMED_OUT : FAILED)
  }
}

function leadsTo({ application, data, context, exten }: Order): Header[] {
  if (application)
    return [
      ['Application', application],
      ['Data', data],
    ]
  return [
    ['Context', context],
    ['Exten', exten],
  ]
}

export function respond(pbx: Pbx, channel: Channel, order: Order, reason: number): void {
  const own: Header[] = order.actionId ? [['ActionID', order.actionId]] : []
  pbx.emit('call', 'OriginateResponse', () => [
    ...own,
    ['Response', reason === ANSWERED ? 'Success' : 'Failure'],
    ['Channel', channel.name],
    ...leadsTo(order),
    ['Reason', reason],
    ['Uniqueid', channel.uniqueid],
    ['CallerIDNum', '<unknown>'],
    ['CallerIDName', '<unknown>'],
  ])
}
