import { sql } from 'kysely'
import type { Database } from '@/server/db/types'
import { type Gap, gapId } from './gaps'
import type { Growth } from './queue-counters'

/** A talk that ends in a gap began to wait less than so long before. */
const LONGEST_CALL_MS = 86_400_000

/** What Asterisk's counters say of one queue in a gap. */
export type GapCalls = {
  queue: string
  /** How many answered calls ended, and how many callers were lost, of which nothing else is known. */
  completed: number
  abandoned: number
  /** Visits of which it is known that they ended then, and not how: some of those above may be theirs. */
  unclear: number
  /** The counters began anew within the gap: it is at least so many. */
  countersRestarted: boolean
}

/**
 * Keeps how Asterisk's counters grew across a gap. `late`: queues of talks that were over before, of which Asterisk had not
 * told that it counted them. May be done twice.
 */
export async function keepGapCalls(
  database: Database,
  pbx: string,
  gap: Gap,
  growths: readonly Growth[],
  late: readonly string[],
): Promise<void> {
  const rows = growths
    .filter(({ completed, abandoned, restarted }) => completed > 0 || abandoned > 0 || restarted)
    .map(({ queue, from, to, completed, abandoned, restarted }) => ({
      ...{ id: `${gapId(pbx, gap)}|${queue}`, pbx, queue, gap_id: gapId(pbx, gap) },
      ...{ from_at: Math.max(from, gap.from), to_at: to, completed, abandoned, counters_restarted: Number(restarted) },
      late_completed: late.filter((one) => one === queue).length,
      ...{ known_completed: 0, known_abandoned: 0, known_unclear: 0 },
    }))
  for (const row of rows) {
    await database.db
      .insertInto('gap_calls')
      .values(row)
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
  await reckonGapCalls(database, pbx, gap)
}

/**
 * Counts anew how much of what Asterisk's counters say of gaps that touch a span is known otherwise: picked-up visits, and
 * those of Asterisk's log.
 */
export async function reckonGapCalls({ db }: Database, pbx: string, { from, to }: Gap): Promise<void> {
  // What happened at the very moment at which the gap began was counted before, but for what is taken to have ended then.
  const within = (moment: ReturnType<typeof sql>) =>
    sql`(${moment} > gap_calls.from_at or (${moment} = gap_calls.from_at and is_partly_unseen = 1)) and ${moment} <= gap_calls.to_at`
  const count = (what: ReturnType<typeof sql>) =>
    sql<number>`(select count(*) from visits where visits.queue = gap_calls.queue and visits.pbx = gap_calls.pbx
      and left_at >= gap_calls.from_at - ${sql.lit(LONGEST_CALL_MS)} and left_at <= gap_calls.to_at and ${what})`
  const lost = sql`ending in ('hungUp', 'timedOut', 'noAgents', 'lost', 'withdrawn', 'moved')`
  await db
    .updateTable('gap_calls')
    .set({
      known_completed: count(sql`ending = 'answered' and ${within(sql`talk_ended_at`)}`),
      known_abandoned: count(sql`${lost} and ${within(sql`left_at`)}`),
      known_unclear: count(sql`ending = 'unknown' and ${within(sql`left_at`)}`),
    })
    .where('pbx', '=', pbx)
    .where('to_at', '>=', from)
    .where('from_at', '<=', to)
    .execute()
}

/** What Asterisk's counters say of gaps, by the id of the gap; `queues` `null`: of all. */
export async function gapCallsOf(
  { db }: Database,
  ids: readonly string[],
  queues: readonly string[] | null,
): Promise<ReadonlyMap<string, readonly GapCalls[]>> {
  const found = new Map<string, GapCalls[]>()
  if (ids.length === 0 || queues?.length === 0) return found
  let query = db
    .selectFrom('gap_calls')
    .selectAll()
    .where('gap_id', 'in', [...ids])
    .orderBy('queue')
  if (queues !== null) query = query.where('queue', 'in', [...queues])
  for (const row of await query.execute()) {
    const completed = Math.max(0, row.completed - row.known_completed)
    const abandoned = Math.max(0, row.abandoned - row.known_abandoned)
    const countersRestarted = row.counters_restarted === 1
    if (completed + abandoned === 0 && !countersRestarted) continue
    const unclear = row.known_unclear + row.late_completed
    const calls = { queue: row.queue, completed, abandoned, unclear, countersRestarted }
    found.set(row.gap_id, [...(found.get(row.gap_id) ?? []), calls])
  }
  return found
}
