import { sql, type Transaction } from 'kysely'
import type { KpiRules } from '@/lib/domain/kpi'
import type { DistributionOf } from '@/lib/protocol/distributions'
import type { Tables } from '@/server/db/tables'
import type { Database } from '@/server/db/types'
import type { Span } from '../reports/span'
import { addTimes, type Times, type TimesPart, timesIn } from '../reports/times'
import { type Kept, keptDaysIn } from './kept-days'
import type { Shelf } from './shelf'

/** Under what name times are kept. */
export const TIMES = 'times'

/** How long callers of one queue waited, and talked, on its days. */
export function timesShelf(
  database: Database,
  kept: Kept,
  { of, rules }: { of: DistributionOf; rules: Pick<KpiRules, 'shortMs'> },
  signal?: AbortSignal,
): Shelf<Times[]> {
  return {
    read: (run) => readTimes(database, kept, run, of),
    async count(day) {
      const all = new Map<TimesPart, Times>()
      for (const each of ['wait', 'talk'] as const) {
        const wanted = { ...day, of: each, queue: kept.queue, agent: null }
        for await (const some of timesIn(database, wanted, rules, signal)) for (const one of some) addTimes(all, one)
      }
      return [...all.values()]
    },
    asked: (_, all) => all.filter(({ part }) => (part === 'talk') === (of === 'talk')),
    rowsOf: (all) => all.length,
    write: (tx, days) =>
      write(
        tx,
        days.flatMap(({ id, all }) => all.map((one) => rowOf(id, one))),
      ),
  }
}

/** The kept times of a span of whole days; `null`: not all of it is kept (any more). Both are asked at once, as of sums. */
async function readTimes({ db }: Database, kept: Kept, run: Span, of: DistributionOf): Promise<Times[] | null> {
  const days = keptDaysIn(db, kept, run)
  const covered = days.select(sql<number>`sum(to_at - from_at)`.as('covered'))
  const rows = await db
    .selectFrom(days.select('id').as('day'))
    // Of a day on which nobody called there must be a row, too, that tells of the days.
    .leftJoin('kept_times', (join) =>
      join.onRef('day_id', '=', 'day.id').on('part', of === 'talk' ? '=' : '<>', 'talk'),
    )
    .select(['part', 'counts', 'total_ms', 'longest_ms', covered.as('covered')])
    .execute()
  if (rows[0]?.covered !== run.to - run.from) return null
  const all = new Map<TimesPart, Times>()
  for (const { part, counts, total_ms, longest_ms } of rows) {
    if (part === null || counts === null || total_ms === null || longest_ms === null) continue
    addTimes(all, { part: part as TimesPart, counts: countsOf(counts), totalMs: total_ms, longestMs: longest_ms })
  }
  return [...all.values()]
}

async function write(tx: Transaction<Tables>, rows: readonly Tables['kept_times'][]): Promise<void> {
  if (rows.length === 0) return
  await tx
    .insertInto('kept_times')
    .values([...rows])
    .execute()
}

function rowOf(id: number, { part, counts, totalMs, longestMs }: Times): Tables['kept_times'] {
  return { day_id: id, part, counts: [...counts].flat().join(), total_ms: totalMs, longest_ms: longestMs }
}

function countsOf(text: string): Map<number, number> {
  const counts = new Map<number, number>()
  const numbers = text.split(',')
  for (let at = 0; at < numbers.length; at += 2) counts.set(Number(numbers[at]), Number(numbers[at + 1]))
  return counts
}
