import { detach, partnerOf } from '../pbx/detach'
import { call, joinPair } from '../pbx/dialling'
import { fetchParked, freeSlot, LOT, park } from '../pbx/parking'
import { outsideLine } from '../pbx/phones'
import type { Channel, Phone } from '../pbx/records'
import { record } from '../pbx/voicemail'
import { inventCaller } from '../people'
import { comeIn, lift } from './lift'
import { every, freePhones, type OfficeDay } from './office-pace'

/** About so many seconds lie between two calls of one sort. */
const BETWEEN = { inside: 140, outside: 240, incoming: 140 }

/** People in the offices call each other and elsewhere, and are called; some of those calls are parked. */
export function startOfficeCalls(day: OfficeDay): void {
  every(day, BETWEEN.inside, () => callInside(day))
  every(day, BETWEEN.outside, () => callOutside(day))
  every(day, BETWEEN.incoming, () => callIn(day))
}

function talk({ pace }: OfficeDay): number {
  return pace.logNormal(140, 0.6)
}

function two(day: OfficeDay): [Phone, Phone] | null {
  const [one, other] = shuffled(day, freePhones(day))
  return one && other ? [one, other] : null
}

function shuffled({ pace }: OfficeDay, phones: Phone[]): Phone[] {
  const from = phones.length > 0 ? pace.random.integer(0, phones.length - 1) : 0
  return [...phones.slice(from), ...phones.slice(0, from)]
}

function callInside(day: OfficeDay): void {
  const { pbx, pace } = day
  const found = two(day)
  if (!found) return
  const [from, to] = found
  const answers = pace.random.chance(0.8)
  if (answers) {
    call(pbx, lift(pbx, from, to.extension), to, { how: 'answers', ms: pace.between(3, 12) }, talk(day))
    return
  }
  speakToMailbox(day, lift(pbx, from, to.extension), to.extension)
}

/** Not there: the caller is led into the mailbox at once. */
function speakToMailbox({ pbx, pace }: OfficeDay, channel: Channel, extension: string): void {
  const mailbox = pbx.mailboxes.get(`${extension}@default`)
  if (mailbox) record(pbx, channel, mailbox, pace.between(6, 40))
}

function callOutside(day: OfficeDay): void {
  const { pbx, pace } = day
  const [from] = shuffled(day, freePhones(day))
  if (!from) return
  const { number } = inventCaller(pace.random)
  const to = number || '+4940555018'
  const fate = pace.random.chance(0.85)
    ? ({ how: 'answers', ms: pace.between(4, 15) } as const)
    : ({ how: 'busy', ms: pace.ms(1) } as const)
  call(pbx, lift(pbx, from, to), outsideLine(to), fate, talk(day))
}

/** A caller for somebody in the offices, who may park them for somebody else. */
function callIn(day: OfficeDay): void {
  const { pbx, pace } = day
  const [to] = shuffled(day, freePhones(day))
  if (!to) return
  const channel = comeIn(pbx, inventCaller(pace.random), to.extension)
  const rings = pace.between(3, 9)
  const length = talk(day)
  call(pbx, channel, to, { how: 'answers', ms: rings }, length)
  if (pace.random.chance(0.4)) pbx.scheduler.after(rings + length * 0.4, () => parkCaller(day, channel, to))
}

function parkCaller(day: OfficeDay, channel: Channel, by: Phone): void {
  const { pbx, pace } = day
  const slot = freeSlot(pbx)
  // Somebody may have ended or moved the call meanwhile.
  if (slot === null || !pbx.channels.has(channel.name) || partnerOf(channel) === null) return
  detach(pbx, channel)
  park(pbx, channel, { slot, timeoutSeconds: pace.ms(LOT.seconds) / 1000, parker: by.device })
  pbx.scheduler.after(pace.between(12, 70), () => fetch(day, slot, channel))
}

/** Unless its time is over: then it has gone back to who parked it. */
function fetch(day: OfficeDay, slot: string, channel: Channel): void {
  const { pbx } = day
  const [phone] = shuffled(day, freePhones(day))
  if (!phone || pbx.parked.get(slot)?.channel !== channel) return
  const fetcher = lift(pbx, phone, slot)
  const parked = fetchParked(pbx, slot, fetcher)
  if (!parked) return
  joinPair(pbx, parked, fetcher)
  fetcher.onGone.add(pbx.scheduler.after(talk(day), () => parked.onHangup?.()))
}
