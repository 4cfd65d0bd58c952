import { sql } from 'kysely'
import { type AgentSpan, joined } from '@/lib/domain/time-line'
import type { Database } from '@/server/db/types'
import { breath } from '../reports/breath'
import type { Span } from '../reports/span'
import { LONGEST_SPAN_MS } from './agent-follower'
import { type SpanRow, spanOf } from './span-rows'

/** Spans are cut some time after they have become too long; so late after the end of a day all of its spans have ended. */
export const LOOK_BACK_MS = 2 * LONGEST_SPAN_MS

/** A piece of the range shall have about so many spans: SQLite keeps the process to itself while it reads one. */
const FEW = 500
const MANY = 2_000
const FIRST_PIECE_MS = 900_000
const LONGEST_PIECE_MS = 86_400_000
/** So many agents' lines are put together at once. */
const AGENTS_AT_ONCE = 20

/** What is looked for: the lines of these queues (`['']`: of all at once), of one agent or all (`null`). */
export type Sought = Span & { queues: readonly string[]; agent: string | null }

/** An agent's lines, in whole spans: those at the ends reach over the range. */
export type AgentLines = { pbx: string; interface: string; name: string; byQueue: Map<string, AgentSpan[]> }

/** Rows that touch a range, in the order of their beginning; those that go on have come as far as `until`. */
export function spanQuery({ db }: Database, { from, to, queues, agent }: Sought, until: number) {
  return db
    .selectFrom('agent_spans')
    .where('queue', 'in', [...queues])
    .where('from_at', '<', to)
    .where('from_at', '>', from - LOOK_BACK_MS)
    .where(({ eb, or }) => or([eb('to_at', '>', from), ...(until > from ? [eb('to_at', 'is', null)] : [])]))
    .$if(agent !== null, (query) => query.where(sql`lower(interface)`, '=', sql`lower(${agent})`))
}

/**
 * Agents by PBX and interface; `null`: there is more than `limit`.
 * @throws whatever `signal` gives as its reason, once it is aborted
 */
export async function linesIn(
  database: Database,
  sought: Sought,
  until: number,
  limit: number,
  signal?: AbortSignal,
): Promise<Map<string, AgentLines> | null> {
  const agents = new Map<string, AgentLines>()
  if (sought.queues.length === 0) return agents
  let spans = 0
  for await (const rows of inPieces(database, sought, until)) {
    signal?.throwIfAborted()
    spans += rows.length
    if (spans > limit) return null
    for (const row of rows) add(agents, row, until)
  }
  let joins = 0
  for (const { byQueue } of agents.values()) {
    for (const [queue, line] of byQueue) byQueue.set(queue, joined(line))
    joins += 1
    if (joins % AGENTS_AT_ONCE === 0) await breath()
  }
  return agents
}

function add(agents: Map<string, AgentLines>, row: SpanRow, until: number): void {
  const key = agentKey(row)
  const agent = agents.get(key) ?? { pbx: row.pbx, interface: row.interface, name: row.name, byQueue: new Map() }
  // The latest name is the one to show, unless it is none.
  if (row.name !== row.interface) agent.name = row.name
  agents.set(key, agent)
  const line = agent.byQueue.get(row.queue) ?? []
  agent.byQueue.set(row.queue, line)
  line.push(spanOf(row, until))
}

/** Rows in the order of their beginning; those that began before the range come with its first piece. */
async function* inPieces(database: Database, sought: Sought, until: number): AsyncGenerator<SpanRow[]> {
  const { from, to } = await begun(database, sought)
  let pieceMs = FIRST_PIECE_MS
  for (let at = from; at < to; ) {
    const end = Math.min(to, at + pieceMs)
    const rows = await spanQuery(database, { ...sought, to: end }, until)
      .$if(at > from, (query) => query.where('from_at', '>=', at))
      .selectAll()
      .orderBy('from_at')
      .execute()
    yield rows
    if (rows.length < FEW) pieceMs = Math.min(LONGEST_PIECE_MS, pieceMs * 2)
    else if (rows.length > MANY) pieceMs = Math.ceil(pieceMs / 2)
    at = end
    await breath()
  }
}

/** A range without the time before the first span there is, and after the beginning of the last: that one may go on. */
async function begun({ db }: Database, { from, to }: Span): Promise<Span> {
  if (to - from <= LONGEST_PIECE_MS) return { from, to }
  const all = db.selectFrom('agent_spans').select('from_at').limit(1)
  const first = await all.orderBy('from_at').executeTakeFirst()
  const last = await all.orderBy('from_at', 'desc').executeTakeFirst()
  return { from: Math.max(from, first?.from_at ?? to), to: Math.min(to, Math.max(from, last?.from_at ?? from) + 1) }
}

/** Where there is anything at all, so that a range of many years costs no more than what is kept; else its end. */
export async function firstSpanIn({ db }: Database, { from, to }: Span): Promise<number> {
  const { least } = await db
    .selectFrom('agent_spans')
    .select(({ fn }) => fn.min<number | null>('from_at').as('least'))
    .executeTakeFirstOrThrow()
  return Math.min(to, Math.max(from, least ?? to))
}

/** Asterisk compares interfaces without case. */
export function agentKey({ pbx, interface: iface }: { pbx: string; interface: string }): string {
  return `${pbx}|${iface.toLowerCase()}`
}

/** Names of all queues in which anybody ever did anything: one step in the index each. */
export async function queuesOfSpans({ db }: Database): Promise<string[]> {
  const names = ['']
  for (;;) {
    const query = db
      .selectFrom('agent_spans')
      .select('queue')
      .where('queue', '>', names.at(-1) ?? '')
    const row = await query.orderBy('queue').limit(1).executeTakeFirst()
    if (row === undefined) return names.slice(1)
    names.push(row.queue)
  }
}
