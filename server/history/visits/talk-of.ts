import type { Visit } from '@/lib/domain/visit'
import type { PbxEvent } from '@/server/events/pbx-event'
import type { FollowerOptions } from './follower-options'
import type { Agent, OpenVisit } from './open-visit'

type Connected = Extract<PbxEvent, { type: 'agentConnected' }>
type Completed = Extract<PbxEvent, { type: 'agentCompleted' }>
type Transferred = Extract<PbxEvent, { type: 'blindTransferred' | 'attendedTransferred' }>
const BY = ['agent', 'caller', 'transfer'] as const

/** TalkTime has whole seconds, and the event comes a moment later. The talk it is of may be known no more. */
const SAME_MS = 2_500

/** Who answered: Asterisk tells the member whose phone rang, also where somebody else has picked up the call there. */
export function agentOf(
  { queue, interface: toldAs, agentUniqueid }: Connected,
  { memberName, takerOf }: Pick<FollowerOptions, 'memberName' | 'takerOf'>,
): Agent {
  const { interface: iface, name } = takerOf?.(queue, agentUniqueid) ?? {
    interface: toldAs,
    name: memberName(queue, toldAs),
  }
  return { interface: iface, name, toldAs }
}

/**
 * Who ended it, by Asterisk's word: of a caller who was redirected or parked, and hangs up later, it is no word on this talk.
 */
export function endedByOf(
  { at, reason }: Completed,
  { record: { talkEndedAt }, agentChannel, callerChannel }: OpenVisit,
  hangsUp: (uniqueid: string) => boolean,
): Visit['endedBy'] {
  const told = BY.find((one) => one === reason) ?? null
  if (told === 'transfer') return told
  if (talkEndedAt !== null && at - talkEndedAt > SAME_MS) return null
  // An agent who hangs up while being asked where to transfer is taken for the caller (COMPLETECALLER).
  const byAgent = agentChannel !== null && hangsUp(agentChannel)
  return byAgent === hangsUp(callerChannel) ? told : byAgent ? 'agent' : 'caller'
}

/**
 * Which talk AgentComplete ends. It may lack the caller's channel (Redirect, Park), or name another that took its place, and
 * may come when that caller already stands elsewhere: the moment of connecting tells which it was.
 */
export function talkOf(
  { at, queue, interface: iface, callerUniqueid, agentUniqueid, talkSeconds }: Completed,
  visits: readonly OpenVisit[],
): OpenVisit | undefined {
  const connectedAt = at - talkSeconds * 1000
  const distance = (visit: OpenVisit) => Math.abs((visit.record.answeredAt ?? 0) - connectedAt)
  const isWithAgent = ({ agentChannels }: OpenVisit) => agentUniqueid !== null && agentChannels.includes(agentUniqueid)
  const talks = visits
    .filter((visit) => {
      const { record, toldAs } = visit
      return record.queue === queue && record.answeredAt !== null && (toldAs === iface || isWithAgent(visit))
    })
    .sort((one, other) => distance(one) - distance(other))
  const own = talks.find(({ callerChannels }) => callerUniqueid !== null && callerChannels.includes(callerUniqueid))
  // Another caller, whose talk may have begun unseen: without the agent's channel it is no word on one that goes on.
  const mayEnd = (visit: OpenVisit) => callerUniqueid === null || visit.isOver || isWithAgent(visit)
  return own ?? talks.find((visit) => distance(visit) <= SAME_MS && mayEnd(visit))
}

/** An agent who asks somebody before a transfer may send on whom it asked: the caller stays where they are. */
export function sendsAnother(event: Transferred, { callerChannels }: OpenVisit): boolean {
  if (event.type === 'attendedTransferred' || event.uniqueid === null) return false
  return !callerChannels.includes(event.uniqueid)
}
