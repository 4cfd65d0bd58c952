import { createBridge, destroyBridge, enterBridge, hangUp, leaveBridge, setState, tell, tellDial } from './channels'
import { partnerOf, talkOf } from './detach'
import { joinPair, ring } from './dialling'
import type { Pbx } from './pbx'
import { occupy, phoneOf, release } from './phones'
import type { Bridge, Channel, Phone, Talk } from './records'
import { bridgeHeaders, channelHeaders } from './snapshots'
import { countTalk, tellComplete } from './talking'

/** How long it rings, and how long the two then talk before the transferer hands over, in ms. */
const RINGS = 2500
const CONSULTS = 6000

/** An attended transfer under way: `by` asks `target`, and `held` hears music meanwhile. */
type Consultation = {
  by: Channel
  held: Channel
  target: Channel
  phone: Phone
  first: Bridge
  second: Bridge | null
  talk: Talk | null
  timers: (() => void)[]
  endings: readonly [by: Channel['onHangup'], held: Channel['onHangup']]
}

const consultations = new WeakMap<Channel, Consultation>()

/** The channel leaves its partner in the call and rings somebody, to hand the partner over. */
export function consult(pbx: Pbx, by: Channel, phone: Phone): void {
  const held = partnerOf(by)
  const first = by.bridge
  if (!held || !first) return
  const talk = talkOf(by)
  for (const cancel of talk?.visit.timers.splice(0) ?? []) cancel()
  leaveBridge(pbx, by)
  tell(pbx, 'MusicOnHoldStart', held, ['Class', 'default'])
  const target = ring(pbx, by, phone)
  const endings = [by.onHangup, held.onHangup] as const
  const one: Consultation = { by, held, target, phone, first, second: null, talk, timers: [], endings }
  consultations.set(by, one)
  by.onHangup = () => (one.second ? handOver(pbx, one) : endAfterReturn(pbx, one, 'by'))
  held.onHangup = () => endAfterReturn(pbx, one, 'held')
  target.onHangup = () => comeBack(pbx, one)
  one.timers.push(pbx.scheduler.after(RINGS, () => meet(pbx, one)))
}

/** Gives the transfer up: the two are together again. False when the channel is not in the middle of one. */
export function cancelConsultation(pbx: Pbx, by: Channel): boolean {
  const one = consultations.get(by)
  if (one) comeBack(pbx, one)
  return one !== undefined
}

function meet(pbx: Pbx, one: Consultation): void {
  const { by, target, phone } = one
  setState(pbx, target, 'Up')
  tellDial(pbx, 'DialEnd', by, target, ['DialStatus', 'ANSWER'])
  one.second = createBridge(pbx)
  enterBridge(pbx, one.second, target)
  enterBridge(pbx, one.second, by)
  occupy(pbx, phone, target, 'INUSE')
  one.timers.push(pbx.scheduler.after(CONSULTS, () => handOver(pbx, one)))
}

function comeBack(pbx: Pbx, one: Consultation): void {
  const { by, held, target, phone, first, second } = one
  close(one)
  if (!second) tellDial(pbx, 'DialEnd', by, target, ['DialStatus', 'CANCEL'])
  leaveBridge(pbx, target)
  leaveBridge(pbx, by)
  hangUp(pbx, target, 16)
  release(pbx, phone, target)
  if (second) destroyBridge(pbx, second)
  tell(pbx, 'MusicOnHoldStop', held)
  enterBridge(pbx, first, by)
}

function endAfterReturn(pbx: Pbx, one: Consultation, who: 'by' | 'held'): void {
  comeBack(pbx, one)
  one[who].onHangup?.()
}

/** The transferer hangs up: those who are left talk to each other. */
function handOver(pbx: Pbx, one: Consultation): void {
  const { by, held, target, first, second, talk } = one
  if (!second) return
  close(one)
  tellTransfer(pbx, one, second)
  if (talk) {
    countTalk(pbx, talk)
    tellComplete(pbx, talk, 'transfer')
  }
  const mine = phoneOf(pbx, by)
  for (const channel of [by, target, held]) leaveBridge(pbx, channel)
  hangUp(pbx, by, 16)
  release(pbx, mine, by)
  destroyBridge(pbx, second)
  destroyBridge(pbx, first)
  joinPair(pbx, held, target)
}

/** What hanging up meant before holds again. */
function close(one: Consultation): void {
  consultations.delete(one.by)
  for (const cancel of one.timers.splice(0)) cancel()
  const [by, held] = one.endings
  one.by.onHangup = by
  one.held.onHangup = held
}

function tellTransfer(pbx: Pbx, { by, held, target, first }: Consultation, second: Bridge): void {
  pbx.emit('call', 'AttendedTransfer', () => [
    ['Result', 'Success'],
    ...channelHeaders(by, 'OrigTransferer'),
    ...bridgeHeaders(first, 'Orig'),
    ...channelHeaders(by, 'SecondTransferer'),
    ...bridgeHeaders(second, 'Second'),
    ...channelHeaders(held, 'Transferee'),
    ...channelHeaders(target, 'TransferTarget'),
    ['IsExternal', 'No'],
    ['DestType', 'Bridge'],
    ['DestBridgeUniqueid', second.id],
  ])
}
