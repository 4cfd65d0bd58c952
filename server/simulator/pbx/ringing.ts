import type { Header } from '../ami/message'
import { announce, hangUp, setState, tell, tellDial } from './channels'
import { HINT_CONTEXT, setDevice } from './devices'
import type { Pbx } from './pbx'
import type { Attempt, Channel, Member, Visit } from './records'
import { channelHeaders } from './snapshots'

/** What happens between a caller and one member: caller's channel, member's channel, whose and where. */
export function tellAgent(
  pbx: Pbx,
  name: string,
  visit: Visit,
  other: Channel,
  member: Member,
  ...more: Header[]
): void {
  pbx.emit('agent', name, () => [
    ...channelHeaders(visit.channel),
    ...channelHeaders(other, 'Dest'),
    ...agentHeaders(member),
    ...more,
  ])
}

export function agentHeaders(member: Member): Header[] {
  return [
    ['Queue', member.queue.name],
    ['Interface', member.interface],
    ['MemberName', member.name],
  ]
}

/** The queue calls a member's phone, and it rings. */
export function ring(pbx: Pbx, visit: Visit, member: Member): Attempt {
  const { phone } = member
  const caller = visit.channel
  const self = { number: phone.extension, name: phone.person }
  const channel = pbx.createChannel(phone.device, self, { context: HINT_CONTEXT, exten: 's' }, caller.linkedid)
  channel.application = 'AppQueue'
  channel.data = '(Outgoing Line)'
  const attempt: Attempt = { member, channel, since: pbx.now(), cancelTimer: () => {} }
  channel.onHangup = () => ringOut(pbx, visit, attempt)
  visit.attempts.push(attempt)
  phone.channel = channel
  announce(pbx, channel, 'Down')
  channel.exten = caller.exten
  channel.connected = caller.caller
  tellAgent(pbx, 'AgentCalled', visit, channel, member)
  tellDial(pbx, 'DialBegin', caller, channel, ['DialString', member.interface])
  caller.connected = self
  tell(pbx, 'NewConnectedLine', caller)
  setState(pbx, channel, 'Ringing')
  tell(pbx, 'NewConnectedLine', channel)
  tellDial(pbx, 'DialState', caller, channel, ['DialStatus', 'RINGING'])
  setDevice(pbx, phone, 'RINGING')
  return attempt
}

function stopRinging(pbx: Pbx, visit: Visit, attempt: Attempt, cause: number): void {
  visit.attempts = visit.attempts.filter((other) => other !== attempt)
  attempt.cancelTimer()
  hangUp(pbx, attempt.channel, cause)
  attempt.member.phone.channel = null
  setDevice(pbx, attempt.member.phone, 'NOT_INUSE')
  pbx.onFree(attempt.member.phone)
}

/** Nobody took it in time: `RingTime` is in ms here, in whole seconds. */
export function ringOut(pbx: Pbx, visit: Visit, attempt: Attempt): void {
  const rang = Math.floor((pbx.now() - attempt.since) / 1000) * 1000
  tellAgent(pbx, 'AgentRingNoAnswer', visit, attempt.channel, attempt.member, ['RingTime', rang])
  tellDial(pbx, 'DialEnd', visit.channel, attempt.channel, ['DialStatus', 'NOANSWER'])
  tellDial(pbx, 'DialEnd', visit.channel, attempt.channel, ['DialStatus', 'CANCEL'])
  stopRinging(pbx, visit, attempt, 0)
}

/** The other phones stop ringing: somebody answered, or the caller is gone. */
export function cancelRinging(pbx: Pbx, visit: Visit, answered: Attempt | null): void {
  for (const attempt of visit.attempts.filter((other) => other !== answered)) {
    tellDial(pbx, 'DialEnd', visit.channel, attempt.channel, ['DialStatus', 'CANCEL'])
    stopRinging(pbx, visit, attempt, answered ? 26 : 16)
  }
}
