import { sameFields, sameItems } from '@/components/wall/board/queue-view'
import { type Agent, agentStateAt } from '@/lib/domain/agent'
import type { Call } from '@/lib/domain/call'
import type { Member, MemberState } from '@/lib/domain/member'
import { type Findable, findable } from './findable'
import { extenOf, otherSide, partyName, partyOf, sideOfAgent } from './parties'

/** One line of the agents' table. Replaced when anything of it changes, and only then. */
export type AgentRow = {
  id: string
  agent: Agent
  exten: string | null
  state: MemberState
  since: number | null
  /** The queue in which the state shows; `null` for states that no queue gives. */
  queue: string | null
  /** Why they are paused, when they said so. */
  pausedReason: string | null
  /** How long such a pause may last, in ms; `null`: no limit. */
  pauseLimit: number | null
  overLimit: boolean
  call: Call | undefined
  /** The other side of that call. */
  withWhom: string | null
  /** Calls taken since Asterisk's counters began, in all queues shown. */
  callsTaken: number
  lastCallAt: number | null
  found: Findable
}

type AgentSources = {
  agent: Agent
  call: Call | undefined
  /** Pause reason → its limit in ms. */
  pauseLimits: ReadonlyMap<string, number>
}

export function agentIdOf({ pbx, interface: iface }: { pbx: string; interface: string }): string {
  return `${pbx}|${iface.toLowerCase()}`
}

/** The row at `now` (ms): `before` again when nothing of it has changed. */
export function agentRowAt({ agent, call, pauseLimits }: AgentSources, now: number, before?: AgentRow): AgentRow {
  const { state, since, member } = agentStateAt(agent, now)
  const kept = keptAgent(agent, before?.agent)
  const exten = extenOf(agent.interface)
  const pausedReason = state === 'paused' ? member.pausedReason : null
  const pauseLimit = pausedReason === null ? null : (pauseLimits.get(pausedReason.toLowerCase()) ?? null)
  const withWhom = call ? otherPartyOf(call, agent) : null
  const fresh: AgentRow = {
    id: agentIdOf(agent),
    agent: kept,
    exten,
    state,
    since,
    queue: member.inCall || state === 'ringing' || state === 'wrapUp' ? member.queue : null,
    pausedReason,
    pauseLimit,
    overLimit: pauseLimit !== null && since !== null && now - since > pauseLimit,
    call,
    withWhom,
    callsTaken: agent.members.reduce((sum, { callsTaken }) => sum + callsTaken, 0),
    lastCallAt: latest(agent.members),
    found: before?.found ?? { text: '', digits: '' },
  }
  if (!before || before.agent !== kept || before.withWhom !== withWhom || before.exten !== exten) {
    fresh.found = findable([agent.name, withWhom, agent.interface], [exten])
  }
  return sameFields(fresh, before)
}

/** When the row changes by the clock alone: a wrap-up that ends, a pause that lasts too long. */
export function nextChangeOfAgent({ agent, pauseLimit, since }: AgentRow, now: number): number {
  const moments = agent.members.map(({ lastCallAt, wrapUpSeconds }) => (lastCallAt ?? 0) + wrapUpSeconds * 1000)
  if (pauseLimit !== null && since !== null) moments.push(since + pauseLimit + 1)
  return Math.min(...moments.filter((moment) => moment > now), Number.POSITIVE_INFINITY)
}

function keptAgent(agent: Agent, before: Agent | undefined): Agent {
  if (!before || before.name !== agent.name) return agent
  return sameItems<Member>(agent.members, before.members) === before.members ? before : agent
}

function otherPartyOf(call: Call, agent: Agent): string | null {
  const side = sideOfAgent(call, agent)
  return side === null ? null : partyName(partyOf(call, otherSide(side)))
}

function latest(members: readonly Member[]): number | null {
  const moments = members.map(({ lastCallAt }) => lastCallAt).filter((moment) => moment !== null)
  return moments.length === 0 ? null : Math.max(...moments)
}
