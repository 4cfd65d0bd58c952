import { setTimeout as pause } from 'node:timers/promises'
import type { Stretch } from '@/lib/domain/gap'
import { united } from '@/lib/domain/gap'
import type { PbxName } from '@/lib/domain/ids'
import type { Visit } from '@/lib/domain/visit'
import type { Database } from '@/server/db/types'
import type { ForgottenCallers } from '../keeping/forgotten-callers'
import { reckonGapCalls } from '../visits/gap-calls'
import { type AgentNames, readAgentNames } from './agent-names'
import { filledOf, keepFilled } from './filled'
import { joinAgents } from './join-agents'
import { KeptVisits } from './kept-visits'
import { readLogLine } from './log-line'
import { LogVisits } from './log-visits'
import { readQueueNames } from './queue-names'

const AT_ONCE = 500
/** After each piece, in which a running server writes. */
const BREATH_MS = 5
/** A running server has not yet written down what happened so lately. */
const FRESH_MS = 10_000
/** So far the clock of a PBX may be ahead of ours. */
const AHEAD_MS = 60_000

/** What became of a file: visits added, visits of ours completed, visits that were there already, lines and visits left out. */
export type Imported = {
  added: number
  completed: number
  known: number
  /** Lines that nothing can be made of, and the first of them. */
  unreadable: number
  unreadableLine: { number: number; text: string } | null
  /** Lines of a moment that is yet to come, and the last such moment. */
  ahead: number
  aheadUntil: number
  /** Lines of the last moments, which a running server keeps itself. */
  fresh: number
  /** Visits older than is kept. */
  old: number
  /** The file ends in the middle of a line. */
  isCut: boolean
}

type ImportOptions = {
  /** `null`: whenever its lines are from. */
  now: (() => number) | null
  /** Before this moment (ms) nothing is kept. */
  oldest: number
  /** Whose calls are told without number and name. */
  forgotten: Pick<ForgottenCallers, 'read'>
}

const EVER: ImportOptions = { now: null, oldest: 0, forgotten: { read: async () => () => false } }

/**
 * Brings visits of a queue_log into the database: what is missing is added, what ended unseen gets its end. What we saw
 * ourselves stays. Of which time it told is kept, and gaps in that time count as seen. The same file again adds nothing.
 */
export class LogImport {
  /** Who the agents of these logs are, as far as it is known. */
  readonly agents = new Set<string>()
  private readonly log: LogVisits
  private visits: Visit[] = []
  private readonly spans: Stretch[] = []
  private names: AgentNames | null = null

  constructor(
    private readonly database: Database,
    private readonly pbx: PbxName,
    private readonly options: ImportOptions = EVER,
  ) {
    this.log = new LogVisits(pbx, (visit) => this.visits.push(visit))
  }

  /** One file; rotated ones in their order. @throws the reason of `signal`, once it is aborted: what was added stays */
  async add(lines: AsyncIterable<{ text: string; isWhole: boolean }>, signal?: AbortSignal): Promise<Imported> {
    const { options, log } = this
    const counts = nothing()
    log.begin()
    const queues = await readQueueNames(this.database, this.pbx)
    const now = options.now?.() ?? Number.POSITIVE_INFINITY
    let number = 0
    for await (const { text, isWhole } of lines) {
      signal?.throwIfAborted()
      number += 1
      if (text.trim() === '') continue
      const line = readLogLine(text)
      // Asterisk may be writing it: what is read of it may be half a name.
      if (!isWhole) counts.isCut = true
      else if (line === null) {
        counts.unreadable += 1
        counts.unreadableLine ??= { number, text }
      } else if (line.at > now + AHEAD_MS) {
        counts.ahead += 1
        counts.aheadUntil = Math.max(counts.aheadUntil, line.at)
      } else if (line.at > now - FRESH_MS) counts.fresh += 1
      else log.take({ ...line, queue: queues.of(line.queue) })
      if (this.visits.length >= AT_ONCE) {
        await this.keep(counts)
        await pause(BREATH_MS)
      }
    }
    await this.keep(counts)
    if (log.told !== null) this.spans.push(log.told)
    return counts
  }

  /**
   * All files were read. Returns who is who among the agents of all that was ever imported, and what became of talks of which
   * the files tell no end.
   */
  async end(): Promise<{ names: AgentNames; endless: Imported }> {
    const { database, pbx, log, options } = this
    const { unfinished } = log
    const endless = nothing()
    log.endTalks()
    await this.keep(endless)
    for (const { from: first, to } of this.spans) {
      const from = Math.max(first, options.oldest)
      const until = unfinished.reduce((least, at) => (at >= from ? Math.min(least, at) : least), to)
      if (until < options.oldest) continue
      await keepFilled(database, pbx, { from: Math.min(from, until), to: until })
      await reckonGapCalls(database, pbx, { from: Math.min(from, until), to })
    }
    const names = await readAgentNames(database, pbx)
    await joinAgents(database, pbx, names, united(await filledOf(database, pbx)))
    return { names, endless }
  }

  private async keep(counts: Imported): Promise<void> {
    const all = this.visits.splice(0)
    this.names ??= await readAgentNames(this.database, this.pbx)
    const visits = all.filter(({ enteredAt }) => enteredAt >= this.options.oldest)
    counts.old += all.length - visits.length
    for (const { agent, rings } of visits) {
      if (agent !== null) this.agents.add(agent)
      for (const ring of rings) this.agents.add(ring.interface)
    }
    const { added, completed, known } = await this.kept(this.names).put(visits)
    counts.added += added
    counts.completed += completed
    counts.known += known
  }

  private kept(names: AgentNames): KeptVisits {
    return new KeptVisits({ database: this.database, pbx: this.pbx, names, forgotten: this.options.forgotten })
  }
}

/** One file alone. */
export async function importLog(
  database: Database,
  pbx: PbxName,
  lines: AsyncIterable<string>,
  options: ImportOptions = EVER,
): Promise<Imported> {
  const log = new LogImport(database, pbx, options)
  const counts = await log.add(wholeLines(lines))
  const { endless } = await log.end()
  counts.added += endless.added
  counts.completed += endless.completed
  counts.known += endless.known
  return counts
}

async function* wholeLines(lines: AsyncIterable<string>): AsyncGenerator<{ text: string; isWhole: boolean }> {
  for await (const text of lines) yield { text, isWhole: true }
}

function nothing(): Imported {
  return {
    ...{ added: 0, completed: 0, known: 0, unreadable: 0, unreadableLine: null },
    ...{ ahead: 0, aheadUntil: 0, fresh: 0, old: 0, isCut: false },
  }
}
