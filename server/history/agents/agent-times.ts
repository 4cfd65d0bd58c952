import { sql } from 'kysely'
import { type AgentTime, clipped, mergedLine } from '@/lib/domain/time-line'
import { addTime, NO_TIME, sumOfTimes, timeOf } from '@/lib/kpi/agent-time'
import type { Database } from '@/server/db/types'
import { breath } from '../reports/breath'
import type { Span } from '../reports/span'
import { agentKey, firstSpanIn, linesIn, type Sought, spanQuery } from './read-spans'
import { spanOf } from './span-rows'

/** So much of a range is summed, or read, at once: no report holds the process up. */
const SUMMED_MS = 86_400_000
const READ_MS = 3_600_000

export type TimeOfAgent = { pbx: string; interface: string; name: string; time: AgentTime }

export type TimesWanted = Span & {
  /** `null`: all there are. */
  queues: readonly string[] | null
  agent: string | null
  /** What goes on has come as far as this, ms. */
  until: number
}

type TimesWatch = {
  signal?: AbortSignal | undefined
  /** @param at a moment up to which all is read */
  told?(at: number): void
}

/**
 * How long each agent did what in a range, piece by piece. Over all queues, and of one, the database sums the lines that are
 * kept for that; of several each agent's line is put together first, so that nothing shows of the others.
 * @throws whatever `signal` gives as its reason, once it is aborted
 */
export async function* timesIn(
  database: Database,
  wanted: TimesWanted,
  { signal, told }: TimesWatch = {},
): AsyncGenerator<TimeOfAgent[]> {
  const { from, queues } = wanted
  const to = Math.min(wanted.to, wanted.until)
  const line = queues === null ? '' : queues.length === 1 ? (queues[0] ?? '') : null
  const pieceMs = line === null ? READ_MS : SUMMED_MS
  for (let at = await firstSpanIn(database, wanted); at < to; at += pieceMs) {
    signal?.throwIfAborted()
    told?.(at)
    const piece = { ...wanted, from: Math.max(from, at), to: Math.min(to, at + pieceMs) }
    yield line === null
      ? await merged(database, { ...piece, queues: queues ?? [] })
      : await summed(database, piece, line)
    await breath()
  }
}

/** Adds times to those of the same agents; a later name is the one to show. */
export function addTimes(agents: Map<string, TimeOfAgent>, some: readonly TimeOfAgent[]): void {
  for (const { time, ...agent } of some) {
    const key = agentKey(agent)
    const known = agents.get(key)
    agents.set(key, { ...known, ...agent, time: known ? sumOfTimes(known.time, time) : time })
  }
}

/** In the database itself. */
async function summed(
  database: Database,
  { from, to, agent, until }: TimesWanted,
  line: string,
): Promise<TimeOfAgent[]> {
  const end = sql<number>`case when coalesce(to_at, ${until}) < ${to} then coalesce(to_at, ${until}) else ${to} end`
  const begin = sql<number>`case when from_at > ${from} then from_at else ${from} end`
  const rows = await spanQuery(database, { from, to, queues: [line], agent }, until)
    .select(['pbx', 'interface', 'state', 'reason'])
    .select([sql<string>`max(name)`.as('name'), sql<number>`sum(${end} - ${begin})`.as('ms')])
    .groupBy(['pbx', 'interface', 'state', 'reason'])
    .execute()
  return rows.map(({ ms, ...row }) => {
    const { state, reason } = spanOf({ ...row, from_at: from, to_at: to }, until)
    return {
      pbx: row.pbx,
      interface: row.interface,
      name: row.name,
      time: addTime(NO_TIME, { state, reason }, Number(ms)),
    }
  })
}

async function merged(
  database: Database,
  { from, to, until, ...sought }: Sought & { until: number },
): Promise<TimeOfAgent[]> {
  const lines = await linesIn(database, { ...sought, from, to }, until, Number.POSITIVE_INFINITY)
  const times: TimeOfAgent[] = []
  for (const { byQueue, ...agent } of lines?.values() ?? []) {
    times.push({ ...agent, time: timeOf(clipped(mergedLine([...byQueue.values()]), from, to)) })
    await breath()
  }
  return times
}
