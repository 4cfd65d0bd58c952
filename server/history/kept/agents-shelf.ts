import { type RawBuilder, sql, type Transaction } from 'kysely'
import { SPAN_STATES, type SpanState } from '@/lib/domain/time-line'
import { addTime, NO_TIME } from '@/lib/kpi/agent-time'
import type { Tables } from '@/server/db/tables'
import type { Database } from '@/server/db/types'
import { addTimes, type TimeOfAgent, timesIn } from '../agents/agent-times'
import type { Span } from '../reports/span'
import { type Kept, keptDaysIn } from './kept-days'
import type { Shelf } from './shelf'

/** Under what name agents' times are kept, and in which meaning: to be raised by whoever changes what is summed, or how. */
export const AGENTS = { apart: 'agents', rules: '1' } as const

/** Rows in one statement; SQLite takes 32,766 values. */
const ROWS_AT_ONCE = 200

const COLUMN = {
  ...{ ready: 'ready_ms', ringing: 'ringing_ms', onCall: 'on_call_ms', onHold: 'on_hold_ms' },
  ...{ otherCall: 'other_call_ms', wrapUp: 'wrap_up_ms', paused: 'paused_ms', unavailable: 'unavailable_ms' },
} as const satisfies Record<SpanState, keyof Tables['kept_agent_times']>
const SUMS = SPAN_STATES.map((state) => sql<number>`sum(${sql.ref(COLUMN[state])})`.as(state))

/** Names of queues; `null`: all. */
type Wanted = { queues: readonly string[] | null; agent: string | null }

/** What is kept of all queues at once has no name, of one has its own; of several their names together are no queue's. */
export function keptAgentsOf(queues: readonly string[] | null): Kept {
  if (queues === null) return { queue: '', ...AGENTS }
  const [only] = queues
  return { queue: queues.length === 1 && only !== undefined ? only : JSON.stringify([...queues].sort()), ...AGENTS }
}

/** How long each agent did what on some days that are over. */
export function agentsShelf(
  database: Database,
  kept: Kept,
  { queues, agent }: Wanted,
  signal?: AbortSignal,
): Shelf<TimeOfAgent[]> {
  return {
    read: (run) => readAgents(database, kept, run, agent),
    async count(day) {
      const all = new Map<string, TimeOfAgent>()
      const wanted = { ...day, queues, agent: null, until: day.to }
      for await (const some of timesIn(database, wanted, { signal })) addTimes(all, some)
      return [...all.values()]
    },
    asked: (_, all) =>
      agent === null ? all : all.filter((one) => one.interface.toLowerCase() === agent.toLowerCase()),
    rowsOf: (all) => all.length,
    write: (tx, days) => write(tx, days),
  }
}

type Row = Record<SpanState, number> & {
  covered: number | null
  pbx: string | null
  interface: string | null
  reason: string | null
  named: string | null
}

/** `null`: not all of a span of whole days is kept (any more). Both are asked at once, as of sums. */
async function readAgents(
  { db }: Database,
  kept: Kept,
  run: Span,
  agent: string | null,
): Promise<TimeOfAgent[] | null> {
  const days = keptDaysIn(db, kept, run)
  const covered: RawBuilder<number | null> = sql`(${days.select(sql<number>`sum(to_at - from_at)`.as('covered'))})`
  const rows: Row[] = await db
    .selectFrom(days.select(['id as day', 'from_at']).as('days'))
    // Of an agent who did nothing there must be a row, too, that tells of the days.
    .leftJoin('kept_agent_times', (join) => {
      const ofDay = join.onRef('day_id', '=', 'day')
      return agent === null ? ofDay : ofDay.on(sql`lower(interface)`, '=', sql`lower(${agent})`)
    })
    .select(['pbx', 'interface', 'reason', covered.as('covered')])
    // The name of the last of these days.
    .select(sql<string | null>`max(from_at || ' ' || name)`.as('named'))
    .select(SUMS)
    .groupBy(['pbx', 'interface', 'reason'])
    .execute()
  if (rows[0]?.covered !== run.to - run.from) return null
  const all = new Map<string, TimeOfAgent>()
  for (const { pbx, interface: iface, named, reason, ...states } of rows) {
    if (pbx === null || iface === null || named === null) continue
    let time = NO_TIME
    for (const state of SPAN_STATES) time = addTime(time, { state, reason: reason || null }, states[state])
    addTimes(all, [{ pbx, interface: iface, name: named.slice(named.indexOf(' ') + 1), time }])
  }
  return [...all.values()]
}

async function write(
  tx: Transaction<Tables>,
  days: readonly { id: number; all: readonly TimeOfAgent[] }[],
): Promise<void> {
  const rows = days.flatMap(({ id, all }) => all.flatMap((one) => rowsOf(id, one)))
  for (let begin = 0; begin < rows.length; begin += ROWS_AT_ONCE) {
    await tx
      .insertInto('kept_agent_times')
      .values(rows.slice(begin, begin + ROWS_AT_ONCE))
      .execute()
  }
}

type Column = (typeof COLUMN)[SpanState]
const NOTHING = Object.fromEntries(SPAN_STATES.map((state) => [COLUMN[state], 0])) as Record<Column, number>

/** One for all that has no reason, and one for each reason of a pause. */
function rowsOf(id: number, { time, ...agent }: TimeOfAgent): Tables['kept_agent_times'][] {
  const own = { day_id: id, ...agent }
  const pauseOf = (reason: string | null) => time.pauses.find((pause) => pause.reason === reason)?.ms ?? 0
  const states = Object.fromEntries(SPAN_STATES.map((state) => [COLUMN[state], time.states[state]]))
  return [
    { ...own, reason: '', ...NOTHING, ...states, paused_ms: pauseOf(null) },
    ...time.pauses.flatMap(({ reason, ms }) => {
      return reason === null ? [] : { ...own, reason, ...NOTHING, paused_ms: ms }
    }),
  ]
}
