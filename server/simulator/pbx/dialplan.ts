import { hangUp, leaveBridge } from './channels'
import { joinConference } from './conferences'
import { call, type Fate, joinPair } from './dialling'
import { fetchParked } from './parking'
import type { Pbx } from './pbx'
import { outsideLine, phoneOf, release } from './phones'
import type { Channel } from './records'
import { joinQueue } from './waiting'

/** How long the dialplan keeps a channel that was sent to an extension where nothing is, in ms. */
const STAY = 30_000
/** From so many digits on it is a number outside. */
const OUTSIDE_DIGITS = 5
/** Rooms for conferences: `_6XX`. */
const ROOM = /^6\d\d$/

export type Place = { context: string; exten: string }

/** Somebody's channel goes where the extension leads: a queue, a slot, a conference, a phone, a number outside. */
export function enterDialplan(pbx: Pbx, channel: Channel, place: Place): void {
  Object.assign(channel, place, { priority: 1, application: 'Wait', data: '30' })
  channel.onHangup = () => endAlone(pbx, channel)
  const queue = pbx.queues.get(place.exten)
  if (queue) {
    joinQueue(pbx, queue, channel, 0)
    pbx.onAvailable(queue)
    return
  }
  const parked = place.context === 'parkedcalls' ? fetchParked(pbx, place.exten, channel) : null
  if (parked) joinPair(pbx, parked, channel)
  else if (place.context === 'conferences') joinConference(pbx, channel, place.exten)
  else dialFrom(pbx, channel, place.exten)
}

function endAlone(pbx: Pbx, channel: Channel): void {
  const phone = phoneOf(pbx, channel)
  leaveBridge(pbx, channel)
  hangUp(pbx, channel, 16)
  release(pbx, phone, channel)
}

function dialFrom(pbx: Pbx, channel: Channel, exten: string): void {
  const phone = [...pbx.phones.values()].find((one) => one.extension === exten)
  if (phone) call(pbx, channel, phone, fateOf(pbx, phone.channel ? 'busy' : 'answers'), null)
  else if (/^\+?\d+$/.test(exten) && exten.length >= OUTSIDE_DIGITS)
    call(pbx, channel, outsideLine(exten), fateOf(pbx, outcomeOutside(exten)), null)
  else if (ROOM.test(exten)) joinConference(pbx, channel, exten)
  else stay(pbx, channel)
}

function stay(pbx: Pbx, channel: Channel): void {
  const undo = pbx.scheduler.after(STAY, () => channel.onHangup?.())
  channel.onGone.add(undo)
}

/** Numbers outside that end in 9 are engaged, those that end in 8 do not answer: so both can be shown. */
function outcomeOutside(number: string): Fate['how'] {
  if (number.endsWith('9')) return 'busy'
  return number.endsWith('8') ? 'noAnswer' : 'answers'
}

function fateOf(pbx: Pbx, how: Fate['how']): Fate {
  switch (how) {
    case 'answers':
      return { how, ms: pbx.random.between(2000, 5000) }
    case 'busy':
      return { how, ms: 600 }
    case 'noAnswer':
      return { how, ms: 20_000 }
  }
}
