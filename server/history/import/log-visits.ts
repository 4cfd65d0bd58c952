import type { Stretch } from '@/lib/domain/gap'
import type { PbxName } from '@/lib/domain/ids'
import type { Ending, Visit } from '@/lib/domain/visit'
import { OpenVisit } from '../visits/open-visit'
import type { LogLine } from './log-line'

/** How a visit ended without an agent, by the log's word. It calls a caller who was sent elsewhere an abandon. */
const ENDINGS: Readonly<Record<string, Ending>> = {
  ABANDON: 'hungUp',
  EXITWITHTIMEOUT: 'timedOut',
  EXITEMPTY: 'noAgents',
  EXITWITHKEY: 'key',
  WITHDRAW: 'withdrawn',
}
const ENDED_BY: Readonly<Record<string, Visit['endedBy']>> = {
  COMPLETEAGENT: 'agent',
  COMPLETECALLER: 'caller',
  BLINDTRANSFER: 'transfer',
  ATTENDEDTRANSFER: 'transfer',
  TRANSFER: 'transfer',
}

/** Of so many callers the last visit is known, so that a log of years needs no more memory than one of a day. */
const REMEMBERED = 50_000

/** Makes visits of the lines of a queue_log, in their order; each is told once, when it is over. */
export class LogVisits {
  /** By caller and queue; whoever was sent back to a queue in mid-talk has two there until the end. */
  private readonly open = new Map<string, OpenVisit[]>()
  /** By caller: the visit of the last entry. */
  private readonly last = new Map<string, OpenVisit>()
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

  /** When those stopped waiting who still talk at the end of the lines: they are told with their talk's end. */
  get unfinished(): number[] {
    return [...this.open.values()].flat().flatMap(({ record }) => record.answeredAt ?? [])
  }

  take(line: LogLine): void {
    this.span = { from: this.span?.from ?? line.at, to: Math.max(this.span?.to ?? 0, line.at) }
    if (line.event === 'QUEUESTART') this.end(line.at)
    const key = `${line.uniqueid}|${line.queue}`
    if (line.event === 'ENTERQUEUE') this.enter(key, line)
    const visits = this.open.get(key) ?? []
    const visit = line.event in ENDED_BY ? visits.find((one) => talksWith(one, line)) : visits.at(-1)
    if (!visit) {
      const isEnd = line.event in ENDINGS || line.event === 'CONNECT'
      if (isEnd && !this.last.has(line.uniqueid)) this.span.from = line.at + 1_000
      return
    }
    const ending = ENDINGS[line.event]
    if (ending !== undefined) visit.ends(ending, line.at)
    else if (line.event === 'CONNECT') connect(visit, line)
    else if (line.event === 'RINGNOANSWER') ringOut(visit, line)
    else if (line.event in ENDED_BY) complete(visit, line)
    if (visit.isOver) this.finish(key, visit)
  }

  /** Asterisk ended: who stood or talked then is told no more. */
  end(at: number): void {
    for (const [key, visits] of this.open) {
      for (const visit of visits) {
        if (!visit.isOver) visit.endsUnseen({ from: at, to: at })
        this.finish(key, visit)
      }
    }
  }

  private enter(key: string, line: LogLine): void {
    const [, number = '', position = ''] = line.data
    const before = this.last.get(line.uniqueid)
    // Who was taken out of a talk and stands in a queue again talks no more; Asterisk counts on until the caller hangs up.
    before?.talkEnds(line.at, null)
    // Who came back within the second, which is all that the log tells, came back later.
    const isSameSecond = before !== undefined && Math.floor(before.record.enteredAt / 1000) * 1000 === line.at
    const at = isSameSecond ? before.record.enteredAt + 1 : line.at
    const visit = OpenVisit.enter({
      ...{ pbx: this.pbx, queue: line.queue, uniqueid: line.uniqueid, number: number || null, name: null },
      ...{ at, position: Number(position) || 0, priority: null, isPartlyUnseen: false },
      previous: before?.record.id ?? null,
    })
    this.open.set(key, [...(this.open.get(key) ?? []), visit])
    this.last.set(line.uniqueid, visit)
    const [oldest] = this.last.keys()
    if (this.last.size > REMEMBERED && oldest !== undefined) this.last.delete(oldest)
  }

  private finish(key: string, visit: OpenVisit): void {
    const others = (this.open.get(key) ?? []).filter((one) => one !== visit)
    if (others.length > 0) this.open.set(key, others)
    else this.open.delete(key)
    this.tell(visit.record)
  }
}

function talksWith({ record }: OpenVisit, { agent }: LogLine): boolean {
  return record.answeredAt !== null && record.agentName === agent
}

/** `holdtime|uniqueid of the agent's channel|ringtime`, in seconds. */
function connect(visit: OpenVisit, { at, agent, data }: LogLine): void {
  const [, channel = '', ring = ''] = data
  visit.rings(agent, at - (Number(ring) || 0) * 1000)
  visit.answered(at, agent, agent, channel || null)
}

/** The one duration of the log that is in milliseconds. */
function ringOut(visit: OpenVisit, { at, agent, data }: LogLine): void {
  const rangMs = Number(data[0]) || 0
  visit.rings(agent, at - rangMs)
  visit.rangOut(agent, at, rangMs)
}

function complete(visit: OpenVisit, { at, event, data }: LogLine): void {
  const by = ENDED_BY[event] ?? null
  const to = event === 'BLINDTRANSFER' ? (data[0] ?? null) : null
  visit.talkEnds(at, by, to)
  visit.endedBy(by, to)
}
