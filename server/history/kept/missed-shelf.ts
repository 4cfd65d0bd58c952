import { sql, type Transaction } from 'kysely'
import type { Tables } from '@/server/db/tables'
import type { Database } from '@/server/db/types'
import { type Missed, missedIn } from '../agents/missed-rings'
import type { Span } from '../reports/span'
import { type Kept, keptDaysIn } from './kept-days'
import type { Shelf } from './shelf'

/** Under what name it is kept, and in which meaning: to be raised by whoever changes what is counted. */
export const MISSED = { apart: 'missed', rules: '1' } as const

/** How often whose phone rang in vain on days of one queue. */
export function missedShelf(database: Database, kept: Kept, signal?: AbortSignal): Shelf<Missed> {
  return {
    read: (run) => readMissed(database, kept, run),
    async count(day) {
      const all = new Map<string, number>()
      for await (const some of missedIn(database, kept.queue, day, signal)) {
        for (const [iface, missed] of some) all.set(iface, (all.get(iface) ?? 0) + missed)
      }
      return all
    },
    asked: (_, all) => all,
    rowsOf: (all) => all.size,
    write: (tx, days) => write(tx, days),
  }
}

/** `null`: not all of a span of whole days is kept (any more). Both are asked at once, as of sums. */
async function readMissed({ db }: Database, kept: Kept, run: Span): Promise<Missed | null> {
  const days = keptDaysIn(db, kept, run)
  const rows = await db
    .selectFrom(days.select('id').as('day'))
    // Of days on which everybody answered there must be a row, too, that tells of the days.
    .leftJoin('kept_missed', 'day_id', 'day.id')
    .select(['agent', sql<number>`sum(missed)`.as('missed')])
    .select(days.select(sql<number>`sum(to_at - from_at)`.as('covered')).as('covered'))
    .groupBy('agent')
    .execute()
  if (rows[0]?.covered !== run.to - run.from) return null
  return new Map(rows.flatMap(({ agent, missed }) => (agent === null ? [] : [[agent, Number(missed)]])))
}

async function write(tx: Transaction<Tables>, days: readonly { id: number; all: Missed }[]): Promise<void> {
  const rows = days.flatMap(({ id, all }) => Array.from(all, ([agent, missed]) => ({ day_id: id, agent, missed })))
  if (rows.length > 0) await tx.insertInto('kept_missed').values(rows).execute()
}
