import type { PbxName } from './ids'
import { type Member, type MemberState, memberStateAt } from './member'

/** One person across all queues: the members that share an interface. */
export type Agent = {
  pbx: PbxName
  interface: string
  name: string
  /** In the order of their ids; never empty. */
  members: readonly [Member, ...Member[]]
}

/** What one agent does, and the member (the queue) in which it shows. */
type AgentNow = { state: MemberState; since: number | null; member: Member }

/** One agent per PBX and interface (Asterisk compares interfaces without case), in no particular order. */
export function agentsOf(members: Iterable<Member>): Agent[] {
  const byInterface = new Map<string, [Member, ...Member[]]>()
  for (const member of members) {
    const key = `${member.pbx}|${member.interface.toLowerCase()}`
    const others = byInterface.get(key)
    if (others) others.push(member)
    else byInterface.set(key, [member])
  }
  return Array.from(byInterface.values(), agentOf)
}

function agentOf(members: [Member, ...Member[]]): Agent {
  members.sort((one, other) => (one.id < other.id ? -1 : 1))
  const first = members[0]
  const named = members.find((member) => member.name !== member.interface) ?? first
  return { pbx: first.pbx, interface: first.interface, name: named.name, members }
}

/** Whoever is at work in one queue is at work; whoever can be called in one queue can be called. */
const TELLING: Record<MemberState, number> = {
  onHold: 7,
  onCall: 6,
  ringing: 5,
  wrapUp: 4,
  ready: 3,
  paused: 2,
  unavailable: 1,
}

/** What the agent does at `now` (ms): the most telling of the states in the agent's queues. */
export function agentStateAt(agent: Agent, now: number): AgentNow {
  const [first, ...rest] = agent.members.map((member) => ({ ...memberStateAt(member, now), member }))
  return rest.reduce(moreTelling, first as AgentNow)
}

function moreTelling(one: AgentNow, other: AgentNow): AgentNow {
  if (TELLING[one.state] !== TELLING[other.state]) return TELLING[one.state] > TELLING[other.state] ? one : other
  if (one.member.inCall !== other.member.inCall) return one.member.inCall ? one : other
  return (other.since ?? Number.POSITIVE_INFINITY) < (one.since ?? Number.POSITIVE_INFINITY) ? other : one
}
