import { sql } from 'kysely'
import type { SpanState } from '@/lib/domain/time-line'
import type { Database } from '@/server/db/types'
import { breath } from '../reports/breath'
import type { Span } from '../reports/span'
import { agentKey, LOOK_BACK_MS } from './read-spans'
import type { TimeSpan } from './time-spans'

/** What belongs to the queue that does it: all else one does in all of one's queues alike, or for none. */
const OF_A_QUEUE: ReadonlySet<SpanState> = new Set(['ringing', 'onCall', 'onHold', 'wrapUp'])
/** SQLite keeps the process to itself while it reads: so much is read at once. */
const PIECE_MS = 3_600_000
/** Spread over more pieces it would take longer than anybody waits. */
const MOST_PIECES = 48

type Row = Span & { queue: string; key: string; state: string }

/**
 * In which queues each of these spans, put together over several, was spent; none: it belongs to no one queue. `null`: the
 * spans lie too far apart for all of that to be read.
 */
export async function queuesOfSpans(
  database: Database,
  spans: readonly TimeSpan[],
  queues: readonly string[] | null,
): Promise<readonly (readonly string[])[] | null> {
  const asked = spans.filter(({ state }) => OF_A_QUEUE.has(state))
  const pieces = new Set(asked.flatMap(({ from, to }) => piecesOf(from, to)))
  if (pieces.size > MOST_PIECES) return null
  const interfaces = [...new Set(asked.map((span) => span.interface.toLowerCase()))]
  const rows: Row[] = []
  for (const piece of pieces) {
    rows.push(...(await rowsIn(database, piece * PIECE_MS, interfaces, queues)))
    await breath()
  }
  return spans.map((span) => [...new Set(rows.filter((row) => isOf(row, span)).map(({ queue }) => queue))].sort())
}

function isOf({ key, state, from, to }: Row, span: TimeSpan): boolean {
  return state === span.state && from < span.to && to > span.from && key === agentKey(span)
}

/** The hours that a span touches. */
function piecesOf(from: number, to: number): number[] {
  const [first, last] = [Math.floor(from / PIECE_MS), Math.floor(Math.max(from, to - 1) / PIECE_MS)]
  return Array.from({ length: last - first + 1 }, (_, i) => first + i)
}

/** What these agents did in each queue within an hour; what goes on has no end. */
async function rowsIn(
  { db }: Database,
  from: number,
  interfaces: readonly string[],
  queues: readonly string[] | null,
): Promise<Row[]> {
  const rows = await db
    .selectFrom('agent_spans')
    .select(['queue', 'pbx', 'interface', 'state', 'from_at', 'to_at'])
    .where('from_at', '>', from - LOOK_BACK_MS)
    .where('from_at', '<', from + PIECE_MS)
    .where('state', 'in', [...OF_A_QUEUE])
    .where(sql`lower(interface)`, 'in', [...interfaces])
    .where('queue', '!=', '')
    .$if(queues !== null, (query) => query.where('queue', 'in', [...(queues ?? [])]))
    .where(({ eb, or }) => or([eb('to_at', '>', from), eb('to_at', 'is', null)]))
    .execute()
  return rows.map(({ queue, state, from_at, to_at, ...who }) => ({
    ...{ queue, state, key: agentKey(who), from: from_at, to: to_at ?? Number.POSITIVE_INFINITY },
  }))
}
