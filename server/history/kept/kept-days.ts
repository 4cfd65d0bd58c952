import { sql, type Transaction } from 'kysely'
import { KEPT_SUMS_LOCK, LONGEST_DAY_MS } from '@/server/db/migrations/kept-sums-triggers'
import type { Tables } from '@/server/db/tables'
import type { Database } from '@/server/db/types'
import type { Span } from '../reports/span'

/** Sums of which kind, of which queue, under which rules. */
export type Kept = { queue: string; apart: string; rules: string }

/** The same of several queues, whose limits are alike. */
export type KeptOfSome = Omit<Kept, 'queue'> & { queue: string | readonly string[] }

/** Of a day that is being summed; by its id the database says whether a visit of it changed meanwhile. */
export type Claim = { id: number; day: Span }

/** Rows in one statement; SQLite takes 32,766 values. */
const ROWS_AT_ONCE = 200

/** The days of a span of which sums are kept; of several queues each day comes several times. */
export function keptDaysIn(db: Database['db'], { queue, apart, rules }: KeptOfSome, { from, to }: Span) {
  return db
    .selectFrom('kept_days')
    .where('queue', 'in', typeof queue === 'string' ? [queue] : [...queue])
    .where('apart', '=', apart)
    .where('rules', '=', rules)
    .where('is_kept', '=', 1)
    .where('from_at', '>=', from)
    .where('to_at', '<=', to)
}

/** When they began and ended, in their order. */
export async function daysKept({ db }: Database, kept: Kept, span: Span): Promise<Span[]> {
  return keptDaysIn(db, kept, span).select(['from_at as from', 'to_at as to']).orderBy('from_at').execute()
}

/**
 * Says that days, one after the other, are about to be summed: whatever touches a visit of one takes its claim away. What
 * was kept of the same time, by other rules or of days that began otherwise, makes place.
 */
export async function claimDays(database: Database, kept: Kept, days: readonly Span[]): Promise<Claim[]> {
  const [first, last] = [days[0], days.at(-1)]
  if (first === undefined || last === undefined) return []
  await database.db.transaction().execute(async (tx) => {
    if (database.kind === 'postgres') await sql`select pg_advisory_xact_lock(${sql.lit(KEPT_SUMS_LOCK)})`.execute(tx)
    await tx
      .deleteFrom('kept_days')
      .where('queue', '=', kept.queue)
      .where('apart', '=', kept.apart)
      .where('from_at', '<', last.to)
      .where('from_at', '>', first.from - LONGEST_DAY_MS)
      .where('to_at', '>', first.from)
      .execute()
    for (let begin = 0; begin < days.length; begin += ROWS_AT_ONCE) {
      const rows = days.slice(begin, begin + ROWS_AT_ONCE).map(({ from, to }) => {
        return { ...kept, from_at: from, to_at: to, is_kept: 0 }
      })
      await tx.insertInto('kept_days').values(rows).execute()
    }
  })
  return claimsSeen(database, kept, { from: first.from, to: last.to })
}

/**
 * Asked outside the transaction: a reader that sees a claim sees every visit that was written before it, also where
 * something else still reads an older state of the file.
 */
async function claimsSeen({ db }: Database, { queue, apart, rules }: Kept, { from, to }: Span): Promise<Claim[]> {
  const rows = await db
    .selectFrom('kept_days')
    .select(['id', 'from_at', 'to_at'])
    .where('queue', '=', queue)
    .where('apart', '=', apart)
    .where('rules', '=', rules)
    .where('is_kept', '=', 0)
    .where('from_at', '>=', from)
    .where('to_at', '<=', to)
    .execute()
  return rows.map(({ id, from_at, to_at }) => ({ id, day: { from: from_at, to: to_at } }))
}

/** Keeps what claimed days come to, but of none whose claim is gone: a visit of it changed while it was summed. */
export async function keepDays<Day extends { id: number }>(
  database: Database,
  summed: readonly Day[],
  write: (tx: Transaction<Tables>, left: readonly Day[]) => Promise<void>,
): Promise<void> {
  if (summed.length === 0) return
  await database.db.transaction().execute(async (tx) => {
    const left = await stillClaimed(
      tx,
      database.kind,
      summed.map(({ id }) => id),
    )
    if (left.size === 0) return
    await tx
      .updateTable('kept_days')
      .set({ is_kept: 1 })
      .where('id', 'in', [...left])
      .execute()
    await write(
      tx,
      summed.filter(({ id }) => left.has(id)),
    )
  })
}

/** Waits for nobody: a claim that somebody holds is being taken away. */
async function stillClaimed(tx: Transaction<Tables>, kind: Database['kind'], ids: readonly number[]) {
  let query = tx
    .selectFrom('kept_days')
    .select('id')
    .where('id', 'in', [...ids])
    .where('is_kept', '=', 0)
  if (kind === 'postgres') query = query.forUpdate().skipLocked()
  return new Set((await query.execute()).map(({ id }) => id))
}
