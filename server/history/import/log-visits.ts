import type { Stretch } from '@/lib/domain/gap'
import type { PbxName } from '@/lib/domain/ids'
import type { Ending, Visit } from '@/lib/domain/visit'
import { OpenVisit } from '../visits/open-visit'
import { countOf, type LogLine } from './log-line'
import { OpenVisits } from './open-visits'
import { talkAstray, waitAstray } from './whose-line'

/** How a visit ended without an agent, by the log's word. It calls a caller who was sent elsewhere an abandon. */
const ENDINGS: ReadonlyMap<string, Ending> = new Map([
  ['ABANDON', 'hungUp'],
  ['EXITWITHTIMEOUT', 'timedOut'],
  ['EXITEMPTY', 'noAgents'],
  ['EXITWITHKEY', 'key'],
  ['WITHDRAW', 'withdrawn'],
  // The two phones have no codec in common; the caller is dropped.
  ['SYSCOMPAT', 'lost'],
])
/** What befalls whoever waits, besides. */
const WHILE_WAITING: ReadonlySet<string> = new Set(['CONNECT', 'RINGNOANSWER', 'RINGCANCELED', 'AGENTDUMP'])
const ENDED_BY: ReadonlyMap<string, Visit['endedBy']> = new Map([
  ['COMPLETEAGENT', 'agent'],
  ['COMPLETECALLER', 'caller'],
  ['BLINDTRANSFER', 'transfer'],
  ['ATTENDEDTRANSFER', 'transfer'],
  ['TRANSFER', 'transfer'],
])

/** Of so many callers the last visit is known, so that a log of years needs no more memory than one of a day. */
const REMEMBERED = 50_000

/** Makes visits of the lines of a queue_log, in their order; each is told once, when it is over. */
export class LogVisits {
  private readonly open = new OpenVisits()
  /** By caller: the visit of the last entry. */
  private readonly last = new Map<string, OpenVisit>()
  /** By agent: their last talk. */
  private readonly talks = new Map<string, OpenVisit>()
  /** Talks without a word on their end, of agents who have had another caller since. */
  private readonly leftBehind = new Set<OpenVisit>()
  private span: Stretch | null = null

  constructor(
    private readonly pbx: PbxName,
    private readonly tell: (visit: Visit) => void,
  ) {}

  /** Another file begins. */
  begin(): void {
    this.span = null
  }

  /**
   * Since when until when the lines of this file tell all that ended: not before whoever ended in it without having
   * entered, which was in a file before. `null`: of no time.
   */
  get told(): Stretch | null {
    return this.span
  }

  /** When those stopped waiting who may still talk at the end of the lines. */
  get unfinished(): number[] {
    return this.open.all.filter((visit) => visit.isTalking && !this.leftBehind.has(visit)).flatMap(answeredAtOf)
  }

  take(line: LogLine): void {
    this.span = { from: this.span?.from ?? line.at, to: Math.max(this.span?.to ?? 0, line.at) }
    if (line.event === 'QUEUESTART') this.end(line.at)
    const key = `${line.uniqueid}|${line.queue}`
    if (line.event === 'ENTERQUEUE') this.enter(key, line)
    const visit = this.whose(key, line)
    if (!visit) {
      const isEnd = ENDINGS.has(line.event) || line.event === 'CONNECT'
      if (isEnd && !this.last.has(line.uniqueid)) this.span.from = line.at + 1_000
      return
    }
    const ending = ENDINGS.get(line.event)
    if (ending !== undefined) visit.ends(ending, line.at)
    else if (line.event === 'CONNECT') this.connect(visit, line)
    else if (line.event === 'RINGNOANSWER') ringOut(visit, line, countOf(line.data[0]) ?? 0)
    // Answered, and hung up before the caller was put through.
    else if (line.event === 'AGENTDUMP') ringOut(visit, line, 0)
    else if (line.event === 'RINGCANCELED') ringVainly(visit, line, countOf(line.data[0]) ?? 0)
    else if (ENDED_BY.has(line.event)) complete(visit, line)
    if (visit.isOver) this.finish(visit)
  }

  /** Whose line it is: of the channel that it names, or of one in whose place that stands. */
  private whose(key: string, line: LogLine): OpenVisit | undefined {
    const visits = this.open.of(key)
    if (ENDED_BY.has(line.event)) return visits.find((one) => talksWith(one, line)) ?? talkAstray(line, this.open)
    const own = visits.at(-1)
    if (own || !(ENDINGS.has(line.event) || WHILE_WAITING.has(line.event))) return own
    const before = this.last.get(line.uniqueid)
    const visit = waitAstray(line, this.open, before)
    if (visit) this.handOver(visit, key, line.uniqueid, before)
    return visit
  }

  /** An agent waited for the caller of `uniqueid`, whose visit it is from now on. */
  private handOver(visit: OpenVisit, key: string, channel: string, before: OpenVisit | undefined): void {
    this.open.remove(visit)
    const { id: previous = null, number = null } = before?.record ?? {}
    visit.isHandedTo({ number, name: null, previous, channel })
    this.open.add(key, visit)
    this.last.set(channel, visit)
  }

  /** `holdtime|uniqueid of the agent's channel|ringtime`, in seconds. */
  private connect(visit: OpenVisit, line: LogLine): void {
    const { at, agent, data } = line
    const [, channel = '', rang] = data
    rings(visit, line, (countOf(rang) ?? 0) * 1000)
    visit.answered(at, { interface: agent, name: agent, toldAs: agent }, channel || null)
    this.open.talks(visit, agent)
    const before = this.talks.get(agent)
    if (before?.isTalking) this.leftBehind.add(before)
    this.talks.set(agent, visit)
  }

  /** There are no more lines. Of some talks Asterisk never tells the end; of those that go on, it will be told. */
  endTalks(): void {
    for (const visit of this.open.all) {
      if (visit.record.answeredAt === null) continue
      if (!visit.isOver) endUntold(visit)
      this.finish(visit)
    }
  }

  /** Asterisk ended: who stood or talked then is told no more. */
  end(at: number): void {
    for (const visit of this.open.all) {
      if (this.leftBehind.has(visit) && !visit.isOver) endUntold(visit)
      else if (!visit.isOver) visit.endsUnseen({ from: at, to: at })
      this.finish(visit)
    }
  }

  private enter(key: string, line: LogLine): void {
    const [, number = '', position] = line.data
    const before = this.last.get(line.uniqueid)
    // Who was taken out of a talk and stands in a queue again talks no more; Asterisk counts on until the caller hangs up.
    before?.talkEnds(line.at, null)
    // Who came back within the second, which is all that the log tells, came back later.
    const isSameSecond = before !== undefined && Math.floor(before.record.enteredAt / 1000) * 1000 === line.at
    const at = isSameSecond ? before.record.enteredAt + 1 : line.at
    const visit = OpenVisit.enter({
      ...{ pbx: this.pbx, queue: line.queue, uniqueid: line.uniqueid, number: number || null, name: null },
      ...{ at, position: countOf(position) ?? 0, priority: null, isPartlyUnseen: false },
      previous: before?.record.id ?? null,
    })
    this.open.add(key, visit)
    this.last.set(line.uniqueid, visit)
    const [oldest] = this.last.keys()
    if (this.last.size > REMEMBERED && oldest !== undefined) this.last.delete(oldest)
  }

  private finish(visit: OpenVisit): void {
    this.open.remove(visit)
    this.leftBehind.delete(visit)
    const { agentName } = visit.record
    if (agentName !== null && this.talks.get(agentName) === visit) this.talks.delete(agentName)
    this.tell(visit.record)
  }
}

function talksWith({ record }: OpenVisit, { agent }: LogLine): boolean {
  return record.answeredAt !== null && record.agentName === agent
}

function answeredAtOf({ record }: OpenVisit): number[] {
  return record.answeredAt === null ? [] : [record.answeredAt]
}

/** All that is known is when the talk began. */
function endUntold(visit: OpenVisit): void {
  const at = visit.record.answeredAt ?? 0
  visit.endsUnseen({ from: at, to: at })
}

/** Its phone has rung for so long; for no caller before they came, whose second is cut off. */
function rings(visit: OpenVisit, { at, agent }: LogLine, rangMs: number): void {
  visit.rings(agent, Math.max(visit.record.enteredAt, at - rangMs), agent)
}

/** The queue let the phone be, as another took the call, or the caller pressed a key; `rangMs`: in milliseconds, too. */
function ringVainly(visit: OpenVisit, line: LogLine, rangMs: number): void {
  rings(visit, line, rangMs)
  visit.stopsRinging(line.agent, line.at)
}

/** `rangMs`: the one duration of the log that is in milliseconds. */
function ringOut(visit: OpenVisit, line: LogLine, rangMs: number): void {
  rings(visit, line, rangMs)
  visit.rangOut(line.agent, line.at, rangMs)
}

function complete(visit: OpenVisit, { at, event, data }: LogLine): void {
  const by = ENDED_BY.get(event) ?? null
  // Up to Asterisk 11 transfers of either kind are called so.
  const to = event === 'BLINDTRANSFER' || event === 'TRANSFER' ? (data[0] ?? null) : null
  visit.talkEnds(at, by, to)
  visit.endedBy(by, to)
}
