import { hangUp, tell, tellDial } from './channels'
import { joinPair } from './dialling'
import { deviceOf } from './lines'
import type { Pbx } from './pbx'
import { phoneOf, release } from './phones'
import type { Attempt, Channel, Pair, Visit } from './records'
import { channelHeaders } from './snapshots'
import { answer, freePhone } from './talking'

const ANSWERED_ELSEWHERE = 26

/** The ringing channel of this name, or of this phone. */
export function ringingChannel(pbx: Pbx, name: string): Channel | undefined {
  const ringing = [...pbx.channels.values()].filter(({ state }) => state === 'Ringing')
  return ringing.find((channel) => channel.name === name) ?? ringing.find((channel) => deviceOf(channel) === name)
}

/** `picker` takes the call that rings at `target`; false when nobody calls it (main/pickup.c, `ast_do_pickup`). */
export function pickUp(pbx: Pbx, picker: Channel, target: Channel): boolean {
  const queued = attemptOf(pbx, target)
  if (queued) {
    takeFromQueue(pbx, picker, target, queued)
    return true
  }
  if (target.role?.kind !== 'pair') return false
  takeFromPair(pbx, picker, target, target.role.pair)
  return true
}

function attemptOf(pbx: Pbx, target: Channel): { visit: Visit; attempt: Attempt } | null {
  for (const { waiting } of pbx.queues.values()) {
    for (const visit of waiting) {
      const attempt = visit.attempts.find(({ channel }) => channel === target)
      if (attempt) return { visit, attempt }
    }
  }
  return null
}

function tellPickup(pbx: Pbx, picker: Channel, target: Channel): void {
  tell(pbx, 'Pickup', picker, ...channelHeaders(target, 'Target'))
}

/** For the queue the member has answered, on another channel; the member's own phone is free at once. */
function takeFromQueue(pbx: Pbx, picker: Channel, target: Channel, taken: { visit: Visit; attempt: Attempt }): void {
  const { visit, attempt } = taken
  const phone = phoneOf(pbx, picker)
  tellPickup(pbx, picker, target)
  attempt.channel = picker
  const talk = answer(pbx, visit, attempt)
  hangUp(pbx, target, ANSWERED_ELSEWHERE)
  freePhone(pbx, talk)
  picker.onGone.add(() => release(pbx, phone, picker))
}

function takeFromPair(pbx: Pbx, picker: Channel, target: Channel, { caller, timers }: Pair): void {
  for (const cancel of timers.splice(0)) cancel()
  picker.connected = caller.caller
  tell(pbx, 'NewConnectedLine', picker)
  caller.connected = picker.caller
  tell(pbx, 'NewConnectedLine', caller)
  tellDial(pbx, 'DialEnd', caller, picker, ['DialStatus', 'ANSWER'])
  tellPickup(pbx, picker, target)
  const phone = phoneOf(pbx, target)
  hangUp(pbx, target, ANSWERED_ELSEWHERE)
  release(pbx, phone, target)
  joinPair(pbx, caller, picker)
  caller.onAnswered?.()
}
