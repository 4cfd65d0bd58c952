import { sql } from 'kysely'
import type { KpiRules } from '@/lib/domain/kpi'
import type { Ending } from '@/lib/domain/visit'
import type { DistributionOf } from '@/lib/protocol/distributions'
import type { Database } from '@/server/db/types'
import { TALK, WAIT } from './expressions'
import { inPieces } from './pieces'
import type { Span } from './span'

/** Waits by how they ended, those of whom hung up within the short limit for themselves; talks all together. */
export type TimesPart = Ending | 'short' | 'talk'

/** How often what took how many whole seconds. */
export type Times = {
  part: TimesPart
  counts: Map<number, number>
  /** Of all of these, whose parts of a second differ. */
  totalMs: number
  longestMs: number
}

type Wanted = Span & { of: DistributionOf; queue: string; agent: string | null }
type Row = { part: TimesPart; second: number; count: number; totalMs: number; longestMs: number }

/**
 * How long callers of one queue waited or talked, of the visits that ended waiting in a span; the database counts, piece by
 * piece. Who waited for how long is not known where nobody saw the end.
 * @throws whatever `signal` gives as its reason, once it is aborted
 */
export async function* timesIn(
  database: Database,
  wanted: Wanted,
  rules: Pick<KpiRules, 'shortMs'>,
  signal?: AbortSignal,
): AsyncGenerator<Times[]> {
  const read = (piece: Span) => rowsOf(database, { ...wanted, ...piece }, rules)
  for await (const rows of inPieces(database, wanted.queue, wanted, read, visitsIn, signal)) {
    const times = new Map<TimesPart, Times>()
    for (const { part, second, count, totalMs, longestMs } of rows) {
      addTimes(times, { part, counts: new Map([[second, count]]), totalMs, longestMs })
    }
    yield [...times.values()]
  }
}

/** Adds times to those of the same part. */
export function addTimes(all: Map<TimesPart, Times>, { part, counts, totalMs, longestMs }: Times): void {
  const sum = all.get(part) ?? { part, counts: new Map(), totalMs: 0, longestMs: 0 }
  all.set(part, sum)
  for (const [second, count] of counts) sum.counts.set(second, (sum.counts.get(second) ?? 0) + count)
  sum.totalMs += totalMs
  sum.longestMs = Math.max(sum.longestMs, longestMs)
}

function rowsOf({ db }: Database, { of, queue, agent, from, to }: Wanted, { shortMs }: Pick<KpiRules, 'shortMs'>) {
  const isShort = sql`ending = 'hungUp' and left_at - entered_at < ${sql.lit(shortMs)}`
  const part = of === 'talk' ? sql`'talk'` : sql`case when ${isShort} then 'short' else ending end`
  return db
    .selectFrom(
      db
        .selectFrom('visits')
        .select([sql<TimesPart>`${part}`.as('part'), (of === 'wait' ? WAIT : TALK).as('took')])
        .where('queue', '=', queue)
        .where('left_at', '>=', from)
        .where('left_at', '<', to)
        .where('ending', 'is not', null)
        .$if(of === 'wait', (visits) => visits.where('ending', '<>', 'unknown'))
        .$if(agent !== null, (visits) => visits.where('agent', '=', agent))
        .as('visit'),
    )
    .select([
      'part',
      sql<number>`took / 1000`.as('second'),
      sql<number>`count(*)`.as('count'),
      sql<number>`sum(took)`.as('totalMs'),
      sql<number>`max(took)`.as('longestMs'),
    ])
    .where('took', 'is not', null)
    .groupBy(sql`part, took / 1000`)
    .execute()
}

function visitsIn(rows: readonly Row[]): number {
  return rows.reduce((sum, { count }) => sum + count, 0)
}
