import { destroyBridge, hangUp, leaveBridge, tell } from './channels'
import { partFromConference } from './conferences'
import { partPair } from './dialling'
import { unpark } from './parking'
import type { Pbx } from './pbx'
import { phoneOf, release } from './phones'
import type { Channel, Talk } from './records'
import { countTalk, tellComplete } from './talking'
import { abandon } from './waiting'

/** The talk from a queue in which this channel is one side. */
export function talkOf(channel: Channel): Talk | null {
  if (channel.role?.kind === 'talking') return channel.role.talk
  for (const other of channel.bridge?.channels ?? [])
    if (other.role?.kind === 'talking' && other.role.talk.channel === channel) return other.role.talk
  return null
}

/** Who is on the other side of this channel's call. */
export function partnerOf(channel: Channel): Channel | null {
  const talk = talkOf(channel)
  if (talk) return talk.channel === channel ? talk.visit.channel : talk.channel
  if (channel.role?.kind !== 'pair') return null
  const { caller, channel: called } = channel.role.pair
  return caller === channel ? called : caller
}

/**
 * Takes a channel out of whatever it is in the middle of, for it goes elsewhere; who is left alone is hung up, unless
 * it is `companion` and comes along.
 */
export function detach(pbx: Pbx, channel: Channel, companion: Channel | null = null): void {
  const partner = partnerOf(channel)
  const talk = talkOf(channel)
  const { role } = channel
  channel.onHangup = null
  if (talk) endForQueue(pbx, talk)
  else if (role?.kind === 'pair') partPair(pbx, role.pair)
  else if (role?.kind === 'waiting') abandon(pbx, role.visit, 'redirected')
  else {
    unpark(pbx, channel)
    partFromConference(pbx, channel)
  }
  channel.role = null
  if (partner && partner !== companion) dismiss(pbx, partner)
  if (talk && partner === companion) release(pbx, talk.member.phone, talk.channel)
  // `AgentComplete` waits until the redirected caller is gone, and then no longer knows the agent's (app_queue.c).
  if (talk?.visit.channel === channel) channel.onGone.add(() => tellComplete(pbx, talk, 'caller', false))
}

/** For the queue the call is over: its counters take it at once. */
function endForQueue(pbx: Pbx, talk: Talk): void {
  const { visit, channel, bridge } = talk
  for (const cancel of visit.timers.splice(0)) cancel()
  for (const one of [visit.channel, channel]) {
    leaveBridge(pbx, one)
    one.role = null
    one.onHangup = null
  }
  destroyBridge(pbx, bridge)
  countTalk(pbx, talk)
}

function dismiss(pbx: Pbx, channel: Channel): void {
  const phone = phoneOf(pbx, channel)
  tell(pbx, 'SoftHangupRequest', channel, ['Cause', 16])
  hangUp(pbx, channel, 16)
  release(pbx, phone, channel)
}
