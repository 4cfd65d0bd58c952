import { sql } from 'kysely'
import { ENDINGS } from '@/lib/domain/visit'
import type { Database } from '@/server/db/types'
import type { Counted } from '../reports/counted'
import type { Span } from '../reports/span'
import type { Cut } from './kept-cut'
import { type KeptOfSome, keptDaysIn } from './kept-days'

const WEEK_MS = 604_800_000

type Wanted = Span & { cut: Cut; agent: string | null }

type Counts = Omit<Counted, 'at' | 'agent' | 'agentName' | 'ending'>
type Row = Counts &
  Partial<Pick<Counted, 'agentName'>> & {
    covered: number | null
    ending: string | null
    at?: number | null
    agent?: string | null
  }

const COLUMNS = {
  ...{ visits: 'visits', inTime: 'in_time', short: 'short', shortInTime: 'short_in_time', waitMs: 'wait_ms' },
  ...{ longestWaitMs: 'longest_wait_ms', talks: 'talks', talkMs: 'talk_ms', heldMs: 'held_ms', transfers: 'transfers' },
  ...{ wrapUps: 'wrap_ups', wrapUpMs: 'wrap_up_ms' },
} as const satisfies Record<keyof Counts, string>
const NAMES = Object.keys(COLUMNS) as (keyof Counts)[]
const ASKED = NAMES.map((name) => sql<number>`${sql.ref(COLUMNS[name])}`.as(name))
const SUMMED = NAMES.map((name) => {
  return sql<number>`${sql.raw(name === 'longestWaitMs' ? 'max' : 'sum')}(${sql.ref(COLUMNS[name])})`.as(name)
})

/**
 * The kept sums of a span of whole days; `null`: not all of it is kept (any more). Both are asked at once, so that no
 * day can go between: days never overlap, and as long as the span together they leave nothing of it out. Of several queues
 * they are as long as it for each.
 */
export async function readKept(
  { db }: Database,
  kept: KeptOfSome,
  { from, to, cut, agent }: Wanted,
): Promise<Counted[] | null> {
  const queues = typeof kept.queue === 'string' ? 1 : kept.queue.length
  const days = keptDaysIn(db, kept, { from, to })
  const covered = days.select(sql<number>`sum(to_at - from_at)`.as('covered'))
  let query = db
    .selectFrom(days.select('id').as('day'))
    // Of an agent who did nothing there must be a row, too, that tells of the days.
    .leftJoin('kept_sums', (join) => {
      const ofDay = join.onRef('day_id', '=', 'day.id')
      return agent === null ? ofDay : ofDay.on('agent', '=', agent)
    })
    .select('ending')
    .select(covered.as('covered'))
  // Of one step of a day, or of one agent's day, there is one row for each ending.
  if (cut.weekOf) {
    query = query
      .select(sql<number>`min(at)`.as('at'))
      .select(SUMMED)
      .groupBy(['ending', sql`at % ${sql.lit(WEEK_MS)}`])
  } else if (cut.stepMs !== null || cut.byDay) {
    query = query.select('at')
    query = queues === 1 ? query.select(ASKED) : query.select(SUMMED).groupBy(['at', 'ending'])
  } else query = query.select(SUMMED).groupBy('ending')
  if (cut.agents) {
    query = query.select(['agent', sql<string | null>`max(agent_name)`.as('agentName')]).groupBy('agent')
  }
  const rows = (await query.execute()) as Row[]
  if (rows[0]?.covered !== queues * (to - from)) return null
  return rows.flatMap((row) => countedOf(row) ?? [])
}

/** `null`: the days have no visits. Each by its name, for there may be very many. */
function countedOf(row: Row): Counted | null {
  const ending = ENDINGS.find((one) => one === row.ending)
  if (ending === undefined) return null
  return {
    at: row.at ?? 0,
    agent: row.agent || null,
    agentName: row.agentName ?? null,
    ending,
    visits: row.visits,
    inTime: row.inTime,
    short: row.short,
    shortInTime: row.shortInTime,
    waitMs: row.waitMs,
    longestWaitMs: row.longestWaitMs,
    talks: row.talks,
    talkMs: row.talkMs,
    heldMs: row.heldMs,
    wrapUps: row.wrapUps,
    wrapUpMs: row.wrapUpMs,
    transfers: row.transfers,
  }
}
