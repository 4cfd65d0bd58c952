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

type Wanted = Span & {
  /** `null`: all there are. */
  queues: readonly string[] | null
  agent: string | null
  /** What goes on has come as far as this, ms. */
  until: number
}

/**
 * How long each agent did what in a range. Over all queues the database sums the lines that are kept for that; of some
 * queues each agent's line is put together first, so that nothing shows of the others.
 * @throws whatever `signal` gives as its reason, once it is aborted
 */
export async function timesIn(
  database: Database,
  wanted: Wanted,
  signal?: AbortSignal,
): Promise<Map<string, TimeOfAgent>> {
  const { from, queues } = wanted
  const to = Math.min(wanted.to, wanted.until)
  const pieceMs = queues === null ? SUMMED_MS : READ_MS
  const agents = new Map<string, TimeOfAgent>()
  for (let at = await firstSpanIn(database, wanted); at < to; at += pieceMs) {
    signal?.throwIfAborted()
    const piece = { ...wanted, from: Math.max(from, at), to: Math.min(to, at + pieceMs) }
    for (const { time, ...agent } of queues === null
      ? await summed(database, piece)
      : await merged(database, { ...piece, queues })) {
      const known = agents.get(agentKey(agent))
      agents.set(agentKey(agent), { ...known, ...agent, time: known ? sumOfTimes(known.time, time) : time })
    }
    await breath()
  }
  return agents
}

/** In the database itself. */
async function summed(database: Database, { from, to, agent, until }: Wanted): Promise<TimeOfAgent[]> {
  const end = sql<number>`case when coalesce(to_at, ${until}) < ${to} then coalesce(to_at, ${until}) else ${to} end`
  const begin = sql<number>`case when from_at > ${from} then from_at else ${from} end`
  const rows = await spanQuery(database, { from, to, queues: [''], agent }, until)
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
