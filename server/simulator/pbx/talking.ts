import {
  createBridge,
  destroyBridge,
  enterBridge,
  hangUp,
  leaveBridge,
  requestHangup,
  setState,
  tell,
  tellDial,
} from './channels'
import { setDevice } from './devices'
import type { Pbx } from './pbx'
import type { Attempt, Talk, Visit } from './records'
import { agentHeaders, cancelRinging, tellAgent } from './ringing'
import { channelHeaders } from './snapshots'
import { leaveQueue, waitedSeconds } from './waiting'

/** Asterisk's moving average in integers (app_queue.c, `recalc_holdtime`). */
function average(old: number, value: number): number {
  return (3 * old + value) >> 2
}

/** The member picks up: the caller leaves the line and both enter a bridge. */
export function answer(pbx: Pbx, visit: Visit, attempt: Attempt): Talk {
  const { member, channel } = attempt
  const { queue } = visit
  const waited = waitedSeconds(pbx, visit)
  const rang = Math.floor((pbx.now() - attempt.since) / 1000)
  attempt.cancelTimer()
  setState(pbx, channel, 'Up')
  tellDial(pbx, 'DialEnd', visit.channel, channel, ['DialStatus', 'ANSWER'])
  cancelRinging(pbx, visit, attempt)
  visit.attempts = []
  tell(pbx, 'MusicOnHoldStop', visit.channel)
  leaveQueue(pbx, visit)
  queue.holdTime = average(queue.holdTime, waited)
  member.inCall = true
  tellAgent(pbx, 'AgentConnect', visit, channel, member, ['HoldTime', waited], ['RingTime', rang])
  setDevice(pbx, member.phone, 'INUSE')
  const bridge = createBridge(pbx)
  enterBridge(pbx, bridge, channel)
  enterBridge(pbx, bridge, visit.channel)
  const talk: Talk = { visit, member, channel, bridge, answeredAt: pbx.now() }
  channel.onHangup = () => endTalk(pbx, talk, 'agent')
  visit.channel.role = { kind: 'talking', talk }
  visit.channel.onHangup = () => endTalk(pbx, talk, 'caller')
  return talk
}

/** The call is over for the queue: its counters and the member's grow (app_queue.c, `update_queue`). */
export function countTalk(pbx: Pbx, talk: Talk): void {
  const { queue, joinedAt } = talk.visit
  const waited = Math.floor(talk.answeredAt / 1000) - Math.floor(joinedAt / 1000)
  queue.completed++
  if (waited <= queue.serviceLevel) queue.completedInLevel++
  queue.talkTime = average(queue.talkTime, talkedSeconds(pbx, talk))
  talk.member.inCall = false
  talk.member.phone.lastCall = pbx.seconds()
  // With shared_lastcall=yes every membership of the phone counts the call.
  for (const member of talk.member.phone.members) {
    member.callsTaken++
    member.lastCall = pbx.seconds()
  }
}

function talkedSeconds(pbx: Pbx, talk: Talk): number {
  return pbx.seconds() - Math.floor(talk.answeredAt / 1000)
}

/** `withAgent`: false once the agent's channel is gone; then there are no `Dest` fields. */
export function tellComplete(pbx: Pbx, talk: Talk, reason: string, withAgent = true): void {
  const { visit, member } = talk
  pbx.emit('agent', 'AgentComplete', () => [
    ...channelHeaders(visit.channel),
    ...(withAgent ? channelHeaders(talk.channel, 'Dest') : []),
    ...agentHeaders(member),
    ['HoldTime', Math.floor(talk.answeredAt / 1000) - Math.floor(visit.joinedAt / 1000)],
    ['TalkTime', talkedSeconds(pbx, talk)],
    ['Reason', reason],
  ])
}

/** The phone is free again. */
export function freePhone(pbx: Pbx, talk: Talk): void {
  const { phone } = talk.member
  phone.channel = null
  setDevice(pbx, phone, 'NOT_INUSE')
  pbx.onFree(phone)
}

export function endTalk(pbx: Pbx, talk: Talk, by: 'agent' | 'caller'): void {
  const { visit, channel } = talk
  const [first, second] = by === 'agent' ? [channel, visit.channel] : [visit.channel, channel]
  for (const cancel of visit.timers.splice(0)) cancel()
  requestHangup(pbx, first)
  countTalk(pbx, talk)
  tellComplete(pbx, talk, by)
  leaveBridge(pbx, first)
  leaveBridge(pbx, second)
  tell(pbx, 'SoftHangupRequest', second, ['Cause', 16])
  hangUp(pbx, first, 16)
  hangUp(pbx, second, 16)
  destroyBridge(pbx, talk.bridge)
  freePhone(pbx, talk)
}

/** The agent presses hold: the caller hears music, and the agent's device state stays as it is. */
export function hold(pbx: Pbx, talk: Talk): void {
  tell(pbx, 'Hold', talk.channel, ['MusicClass', 'default'])
  tell(pbx, 'MusicOnHoldStart', talk.visit.channel, ['Class', 'default'])
}

export function unhold(pbx: Pbx, talk: Talk): void {
  tell(pbx, 'Unhold', talk.channel)
  tell(pbx, 'MusicOnHoldStop', talk.visit.channel)
}
