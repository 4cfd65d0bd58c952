import type { AgentKpi } from '@/lib/domain/agent-kpi'
import { agentId, memberId, type PbxName, queueId } from '@/lib/domain/ids'
import type { Visit } from '@/lib/domain/visit'
import { addTime, NO_TIME } from '@/lib/kpi/agent-time'
import type { ToldSpan, Whose } from './agent-follower'

/** What is read of a visit. */
export type AnsweredVisit = Pick<
  Visit,
  'id' | 'queue' | 'ending' | 'rings' | 'leftAt' | 'agent' | 'agentName' | 'answeredAt' | 'talkEndedAt' | 'heldMs'
>

/** Which parts of a visit have been counted; `agent`: for whom, `null` for nobody. */
type Counted = { leftAt: number; agent: string | null; talk: boolean }
type Calls = Pick<AgentKpi, 'answered' | 'missed' | 'talks' | 'talkMs' | 'heldMs'>

const NO_CALLS: Calls = { answered: 0, missed: 0, talks: 0, talkMs: 0, heldMs: 0 }

/** What each agent of one PBX did today, in each queue and over all; each span and each visit counts once. */
export class AgentBook {
  /** By id; those that changed since they were last told, in `changed`. */
  private readonly kpis = new Map<string, AgentKpi>()
  private readonly changed = new Set<string>()
  private readonly counted = new Map<string, Counted>()

  constructor(
    private readonly pbx: PbxName,
    private since: number,
  ) {}

  /** A new word on a span. One that goes on may be told anew until it ends, one that ended is not. */
  take({ state, reason, from, to, ...whose }: ToldSpan): void {
    const line = this.of(whose)
    const isOpen = to === null
    const since = Math.max(from, this.since)
    this.put({
      ...line,
      state: isOpen ? state : null,
      reason: isOpen ? reason : null,
      stateSince: isOpen ? since : null,
      name: whose.name,
      time: isOpen ? line.time : addTime(line.time, { state, reason }, to - since),
    })
  }

  /** Sums of spans that ended today. */
  addTime(whose: Whose, span: Pick<ToldSpan, 'state' | 'reason'>, ms: number): void {
    const line = this.of(whose)
    this.put({ ...line, time: addTime(line.time, span, ms) })
  }

  /** Sums of visits that are known already. */
  addCalls(queue: string, iface: string, name: string | null, calls: Partial<Calls>): void {
    this.count(queue, iface, name, { ...NO_CALLS, ...calls })
  }

  /** This visit is in those sums; with its talk, or without. */
  know(id: string, counted: Counted): void {
    this.counted.set(id, counted)
  }

  /** A new word on a visit, the same again included. It counts for the day on which its waiting ended. */
  takeVisit(visit: AnsweredVisit): void {
    const { id, ending, leftAt, talkEndedAt } = visit
    if (ending === null || leftAt === null || leftAt < this.since) return
    const agent = ending === 'answered' ? visit.agent : null
    const known = this.counted.get(id)
    if (!known) this.countEnding(visit)
    // Somebody else has picked up the call, which may be told after the answer.
    else if (agent !== null && known.agent !== agent) this.countAnswer(visit, known.agent)
    const hasTalked = ending === 'answered' && talkEndedAt !== null
    if (hasTalked && !known?.talk) this.countTalk(visit)
    this.counted.set(id, { leftAt, agent, talk: hasTalked || known?.talk === true })
  }

  /** Calls were counted anew, into another book of the same day; times stay as they are. */
  countAnew({ kpis, counted }: AgentBook): void {
    this.counted.clear()
    for (const [id, known] of counted) this.counted.set(id, known)
    for (const [id, kpi] of [...this.kpis, ...kpis]) {
      const { answered, missed, talks, talkMs, heldMs } = kpis.get(id) ?? NO_CALLS
      this.put({ ...(this.kpis.get(id) ?? kpi), answered, missed, talks, talkMs, heldMs })
    }
  }

  /** Another day begins: sums are nothing again, and who is gone is forgotten. */
  beginDay(since: number): void {
    if (since === this.since) return
    this.since = since
    for (const [id, { leftAt }] of this.counted) if (leftAt < since) this.counted.delete(id)
    for (const [id, kpi] of this.kpis) {
      this.changed.add(id)
      if (kpi.state === null) this.kpis.delete(id)
      else this.put({ ...kpi, ...NO_CALLS, since, time: NO_TIME, stateSince: Math.max(kpi.stateSince ?? since, since) })
    }
  }

  /** A queue came or went: whether its records are shown is to be told anew. */
  touch(queue: string): void {
    for (const [id, kpi] of this.kpis) if (kpi.queue === queue) this.changed.add(id)
  }

  /** What changed since the last call: the record as it is now, or, by `null`, none any more. */
  takeChanges(): Map<string, AgentKpi | null> {
    const changes = new Map(Array.from(this.changed, (id) => [id, this.kpis.get(id) ?? null]))
    this.changed.clear()
    return changes
  }

  private countEnding(visit: AnsweredVisit): void {
    const { queue, ending, rings } = visit
    for (const { interface: iface, outcome } of rings) {
      if (outcome === 'noAnswer') this.count(queue, iface, iface, { ...NO_CALLS, missed: 1 })
    }
    if (ending === 'answered') this.countAnswer(visit, null)
  }

  /** `before`: for whom it was counted until now. */
  private countAnswer({ queue, agent, agentName }: AnsweredVisit, before: string | null): void {
    if (before !== null) this.count(queue, before, null, { ...NO_CALLS, answered: -1 })
    if (agent !== null) this.count(queue, agent, agentName, { ...NO_CALLS, answered: 1 })
  }

  private countTalk({ queue, agent, agentName, answeredAt, talkEndedAt, heldMs }: AnsweredVisit): void {
    if (agent === null || answeredAt === null || talkEndedAt === null) return
    const talkMs = Math.max(0, talkEndedAt - answeredAt - heldMs)
    this.count(queue, agent, agentName, { ...NO_CALLS, talks: 1, talkMs, heldMs })
  }

  /** In the queue, and over all. */
  private count(queue: string, iface: string, name: string | null, more: Calls): void {
    for (const where of [queue, '']) {
      const line = this.of({ pbx: this.pbx, interface: iface, name: name ?? iface, queue: where })
      this.put({
        ...line,
        answered: line.answered + more.answered,
        missed: line.missed + more.missed,
        talks: line.talks + more.talks,
        talkMs: line.talkMs + more.talkMs,
        heldMs: line.heldMs + more.heldMs,
      })
    }
  }

  private of({ pbx, interface: iface, name, queue }: Whose): AgentKpi {
    const isOverall = queue === ''
    const id = isOverall ? agentId(pbx, iface) : memberId(pbx, queue, iface)
    const known = this.kpis.get(id)
    if (known) return known
    const { since } = this
    return {
      ...{ id, pbx, queue: isOverall ? null : queueId(pbx, queue), interface: iface, name, since },
      ...{ time: NO_TIME, state: null, reason: null, stateSince: null, ...NO_CALLS },
    }
  }

  private put(kpi: AgentKpi): void {
    this.kpis.set(kpi.id, kpi)
    this.changed.add(kpi.id)
  }
}
