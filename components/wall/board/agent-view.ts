import { agentStateAt, agentsOf } from '@/lib/domain/agent'
import type { Member, MemberState } from '@/lib/domain/member'
import { sameFields, sameItems } from './queue-view'

/** One person of the team strip. */
export type AgentView = {
  id: string
  name: string
  state: MemberState
  since: number | null
  /** Why they are paused, when they said so. */
  reason: string | null
}

/** How many agents are in each state. */
export type Crew = Readonly<Record<MemberState, number>>

const NOBODY: Crew = { ready: 0, ringing: 0, onCall: 0, onHold: 0, wrapUp: 0, paused: 0, unavailable: 0 }

/** Everyone in these members, once each, by name; views that did not change are those of `before`. */
export function agentViewsAt(
  members: Iterable<Member>,
  now: number,
  compare: (one: string, other: string) => number,
  before: readonly AgentView[],
): readonly AgentView[] {
  const known = new Map(before.map((view) => [view.id, view]))
  const views = agentsOf(members).map((agent): AgentView => {
    const { state, since, member } = agentStateAt(agent, now)
    const id = `${agent.pbx}|${agent.interface}`
    const reason = state === 'paused' ? member.pausedReason : null
    return sameFields({ id, name: agent.name, state, since, reason }, known.get(id))
  })
  views.sort((one, other) => compare(one.name, other.name) || (one.id < other.id ? -1 : 1))
  return sameItems(views, before)
}

export function crewOf(agents: readonly AgentView[], before: Crew = NOBODY): Crew {
  const crew = { ...NOBODY } as Record<MemberState, number>
  for (const { state } of agents) crew[state]++
  return sameFields<Crew>(crew, before)
}
