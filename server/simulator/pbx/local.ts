import { announce, hangUp, setState, tellDial } from './channels'
import { enterDialplan, type Place } from './dialplan'
import { ANSWERED, FAILED, type Order, respond } from './originate'
import type { Pbx } from './pbx'
import type { Channel } from './records'
import { channelHeaders } from './snapshots'

/** `Local/901@internal`, with options or without. */
const LOCAL = /^Local\/([^@/]+)@([^/]+)(\/\w*)?$/

export function placeOfLocal(name: string): Place | null {
  const [, exten, context] = LOCAL.exec(name) ?? []
  return exten && context ? { exten, context } : null
}

/**
 * Two halves of one wire: the second goes through the dialplan, and when somebody answers there, `answered` says where the
 * first one goes. They are never optimised away, as with `/n`.
 */
export function originateLocal(
  pbx: Pbx,
  place: Place,
  order: Order & { otherChannelId: string },
  answered: (channel: Channel) => void,
): void {
  const [one, two] = createPair(pbx, place, order)
  announce(pbx, one, 'Down')
  announce(pbx, two, 'Ring')
  pbx.emit('call', 'LocalBridge', () => [
    ...channelHeaders(one, 'LocalOne'),
    ...channelHeaders(two, 'LocalTwo'),
    ['Context', place.context],
    ['Exten', place.exten],
    ['LocalOptimization', 'No'],
  ])
  tellDial(pbx, 'DialBegin', null, one, ['DialString', `${place.exten}@${place.context}`])
  const fail = () => {
    cancelTimer()
    tellDial(pbx, 'DialEnd', null, one, ['DialStatus', 'NOANSWER'])
    hangUp(pbx, one, 16)
    respond(pbx, one, order, FAILED)
  }
  const cancelTimer = pbx.scheduler.after(order.timeoutMs, () => one.onHangup?.())
  one.onHangup = fail
  one.onGone.add(() => two.onHangup?.())
  two.onGone.add(() => one.onHangup?.())
  two.onAnswered = () => {
    cancelTimer()
    two.onAnswered = null
    setState(pbx, one, 'Up')
    tellDial(pbx, 'DialEnd', null, one, ['DialStatus', 'ANSWER'])
    respond(pbx, one, order, ANSWERED)
    answered(one)
  }
  enterDialplan(pbx, two, place)
}

function createPair(pbx: Pbx, place: Place, order: { channelId: string; otherChannelId: string }): [Channel, Channel] {
  const nobody = { number: '', name: '' }
  const device = `Local/${place.exten}@${place.context}`
  const one = pbx.createChannel(device, nobody, place, undefined, order.channelId)
  const two = pbx.createChannel(device, nobody, place, one.linkedid, order.otherChannelId)
  const { name } = one
  pbx.renameChannel(one, `${name};1`)
  pbx.renameChannel(two, `${name};2`)
  return [one, two]
}
