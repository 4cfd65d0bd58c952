import { type AgentSpan, joined } from '@/lib/domain/time-line'
import type { Database } from '@/server/db/types'
import type { Span } from '../reports/span'
import { LONGEST_SPAN_MS } from './agent-follower'
import { type SpanRow, spanOf } from './span-rows'

/** Spans are cut some time after they have become too long. */
const LOOK_BACK_MS = 2 * LONGEST_SPAN_MS

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
    .$if(agent !== null, (query) => query.where('interface', '=', agent ?? ''))
}

/** Agents by PBX and interface; `null`: there is more than `limit`. */
export async function linesIn(
  database: Database,
  sought: Sought,
  until: number,
  limit: number,
): Promise<Map<string, AgentLines> | null> {
  if (sought.queues.length === 0) return new Map()
  const query = spanQuery(database, sought, until)
    .selectAll()
    .orderBy('from_at')
    .limit(limit + 1)
  const rows = await query.execute()
  return rows.length > limit ? null : byAgent(rows, until)
}

function byAgent(rows: readonly SpanRow[], until: number): Map<string, AgentLines> {
  const agents = new Map<string, AgentLines>()
  for (const row of rows) {
    const key = agentKey(row)
    const agent = agents.get(key) ?? { pbx: row.pbx, interface: row.interface, name: row.name, byQueue: new Map() }
    // The latest name is the one to show, unless it is none.
    if (row.name !== row.interface) agent.name = row.name
    agents.set(key, agent)
    const line = agent.byQueue.get(row.queue) ?? []
    agent.byQueue.set(row.queue, line)
    line.push(spanOf(row, until))
  }
  for (const { byQueue } of agents.values()) for (const [queue, line] of byQueue) byQueue.set(queue, joined(line))
  return agents
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
