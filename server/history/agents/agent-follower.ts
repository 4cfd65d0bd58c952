import type { PbxName } from '@/lib/domain/ids'
import type { Member } from '@/lib/domain/member'
import { doingOf, overallOf } from '@/lib/domain/time-line'
import { AgentLine, type OpenSpan } from './agent-line'

/** No span is kept longer than this, so that whoever reads a range need not look further back, ms. */
export const LONGEST_SPAN_MS = 3_600_000

/** Whose span it is. `queue` is its name in Asterisk, and empty for what the agent does over all queues. */
export type Whose = { pbx: PbxName; interface: string; name: string; queue: string }
export type ToldSpan = Whose & OpenSpan

/** A member before and after; `at`: the moment of it, ms. */
export type MemberChange = { id: string; before: Member | undefined; after: Member | undefined; at: number }

type FollowerOptions = {
  /** Name in Asterisk of a member's queue. */
  queueName(member: Member): string
  told(span: ToldSpan): void
}

type Followed = { member: Member; line: AgentLine; agent: Agent; wrapUpEnds: number | null }
type Agent = { line: AgentLine; followed: Set<Followed> }

/** Makes time lines of members as they change. Knows no clock: time comes with changes, and by `passes`. */
export class AgentFollower {
  private readonly byMember = new Map<string, Followed>()
  private readonly agents = new Map<string, Agent>()
  /** Those who wrap up: nothing tells the end but time. */
  private readonly wrappingUp = new Set<Followed>()

  constructor(private readonly options: FollowerOptions) {}

  take(changes: readonly MemberChange[]): void {
    for (const { id, after, at } of changes.toSorted((one, other) => one.at - other.at)) {
      this.passes(at)
      if (after) this.put(id, after, at)
      else this.remove(id, at)
    }
  }

  /** Time passes: wrap-ups end, and what lasts very long is cut. */
  passes(now: number): void {
    if (this.wrappingUp.size === 0) return
    const due = [...this.wrappingUp].filter(({ wrapUpEnds }) => wrapUpEnds !== null && wrapUpEnds <= now)
    for (const followed of due.sort((one, other) => (one.wrapUpEnds ?? 0) - (other.wrapUpEnds ?? 0))) {
      this.show(followed, followed.wrapUpEnds ?? now)
    }
  }

  /** Cuts what has gone on for longer than a span may last. To be called now and then. */
  cut(now: number): void {
    for (const { line } of [...this.byMember.values(), ...this.agents.values()]) {
      while (line.open && now - line.open.from > LONGEST_SPAN_MS) line.cut(line.open.from + LONGEST_SPAN_MS)
    }
  }

  /** Nothing is seen since `at`: every line ends there, and none is stretched over what comes. */
  blind(at: number): void {
    this.passes(at)
    for (const { line } of this.byMember.values()) line.change(null, at)
    for (const { line } of this.agents.values()) line.change(null, at)
    this.byMember.clear()
    this.agents.clear()
    this.wrappingUp.clear()
  }

  private put(id: string, member: Member, at: number): void {
    const known = this.byMember.get(id)
    if (known) known.member = member
    this.show(known ?? this.follow(id, member), at)
  }

  private follow(id: string, member: Member): Followed {
    const key = `${member.pbx}|${member.interface.toLowerCase()}`
    const agent = this.agents.get(key) ?? this.agentOf(key, member)
    // As it is now: a queue that is taken away is gone before its members, and an interface may be written otherwise later.
    const line = this.lineOf(member.interface, this.options.queueName(member), () => followed.member)
    const followed: Followed = { member, line, agent, wrapUpEnds: null }
    agent.followed.add(followed)
    this.byMember.set(id, followed)
    return followed
  }

  private agentOf(key: string, first: Member): Agent {
    const followed = new Set<Followed>()
    const named = () => {
      const members = Array.from(followed, ({ member }) => member)
      return members.find((member) => member.name !== member.interface) ?? members[0] ?? first
    }
    const agent = { line: this.lineOf(first.interface, '', named), followed }
    this.agents.set(key, agent)
    return agent
  }

  private lineOf(iface: string, queue: string, named: () => Member): AgentLine {
    return new AgentLine((span) => {
      const { pbx, name } = named()
      this.options.told({ pbx, interface: iface, name, queue, ...span })
    })
  }

  private remove(id: string, at: number): void {
    const followed = this.byMember.get(id)
    if (!followed) return
    const { agent, member, line } = followed
    line.change(null, at)
    this.byMember.delete(id)
    this.wrappingUp.delete(followed)
    if (agent.followed.size === 1) {
      agent.line.change(null, at)
      this.agents.delete(`${member.pbx}|${member.interface.toLowerCase()}`)
    }
    agent.followed.delete(followed)
    if (agent.followed.size > 0) showOverall(agent, at)
  }

  private show(followed: Followed, at: number): void {
    const { member, line, agent } = followed
    const doing = doingOf(member, at)
    const moment = line.change(doing, at)
    followed.wrapUpEnds = doing.state === 'wrapUp' ? (member.lastCallAt ?? at) + member.wrapUpSeconds * 1000 : null
    if (followed.wrapUpEnds === null) this.wrappingUp.delete(followed)
    else this.wrappingUp.add(followed)
    if (moment !== null) showOverall(agent, moment)
  }
}

function showOverall(agent: Agent, at: number): void {
  agent.line.change(overallOf(Array.from(agent.followed, ({ line }) => line.open).filter((open) => open !== null)), at)
}
