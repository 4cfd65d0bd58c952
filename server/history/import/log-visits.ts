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

/** Makes visits of the lines of a queue_log, in their order; each is told once, when it is over. */
export class LogVisits {
  private readonly open = new Map<string, OpenVisit>()
  private readonly last = new Map<string, string>()

  constructor(
    private readonly pbx: PbxName,
    private readonly told: (visit: Visit) => void,
  ) {}

  take(line: LogLine): void {
    const key = `${line.uniqueid}|${line.queue}`
    if (line.event === 'ENTERQUEUE') this.enter(key, line)
    const visit = this.open.get(key)
    if (!visit) return
    const ending = ENDINGS[line.event]
    if (ending !== undefined) visit.ends(ending, line.at)
    else if (line.event === 'CONNECT') connect(visit, line)
    else if (line.event === 'RINGNOANSWER') ringOut(visit, line)
    else if (line.event in ENDED_BY) complete(visit, line)
    if (visit.isOver) this.finish(key, visit)
  }

  /** Asterisk ended: who stood or talked then is told no more. */
  end(at: number): void {
    for (const [key, visit] of this.open) {
      visit.endsUnseen({ from: at, to: at })
      this.finish(key, visit)
    }
  }

  private enter(key: string, line: LogLine): void {
    const [, number = '', position = ''] = line.data
    this.open.set(
      key,
      OpenVisit.enter({
        ...{ pbx: this.pbx, queue: line.queue, uniqueid: line.uniqueid, number: number || null, name: null },
        ...{ at: line.at, position: Number(position) || 0, priority: null, isPartlyUnseen: false },
        previous: this.last.get(line.uniqueid) ?? null,
      }),
    )
  }

  private finish(key: string, visit: OpenVisit): void {
    this.open.delete(key)
    this.last.set(visit.record.uniqueid, visit.record.id)
    this.told(visit.record)
  }
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
  visit.talkEnds(at, ENDED_BY[event] ?? null, event === 'BLINDTRANSFER' ? (data[0] ?? null) : null)
}
