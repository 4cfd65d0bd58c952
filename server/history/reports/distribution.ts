import { sql } from 'kysely'
import type { KpiRules } from '@/lib/domain/kpi'
import type { VisitKind } from '@/lib/kpi/kind'
import type { Distribution, DistributionOf, DistributionSeries } from '@/lib/protocol/distributions'
import type { Database } from '@/server/db/types'
import { kindBy, TALK, WAIT } from './expressions'
import { inPieces } from './pieces'
import { type SecondCount, Seconds } from './seconds'
import type { Span } from './span'

/** Bins of one width, the last of which takes all that is longer: waits up to ten minutes, talks up to an hour. */
const BINS: Readonly<Record<DistributionOf, { binMs: number; bins: number }>> = {
  wait: { binMs: 5_000, bins: 121 },
  talk: { binMs: 15_000, bins: 241 },
}
type Kind = DistributionSeries['kind']
const SERIES: Readonly<Record<DistributionOf, readonly Kind[]>> = {
  wait: ['answered', 'lost', 'other'],
  talk: ['talk'],
}
const KIND_OF: Readonly<Record<VisitKind, Kind | null>> = {
  ...{ answered: 'answered', lost: 'lost', short: 'lost', other: 'other', unknown: null },
}

type Wanted = Span & { of: DistributionOf; queues: readonly string[]; agent: string | null }

/**
 * How long callers waited or talked, of the visits that ended waiting in a span. The database counts by whole seconds, each
 * queue by its own rules; who waited for how long is not known where nobody saw the end.
 */
export async function distributionOf(
  database: Database,
  { of, queues, agent, from, to }: Wanted,
  rulesOf: (queue: string) => KpiRules,
  signal?: AbortSignal,
): Promise<Pick<Distribution, 'bins' | 'series'>> {
  const book = new Map(SERIES[of].map((kind) => [kind, new Seconds()]))
  for (const queue of queues) {
    const read = (piece: Span) => rowsOf(database, { ...piece, of, queue, agent }, rulesOf(queue))
    for await (const rows of inPieces(database, queue, { from, to }, read, visitsIn, signal)) {
      for (const row of rows) {
        const kind = of === 'talk' ? 'talk' : KIND_OF[row.kind]
        if (kind !== null) book.get(kind)?.add(row)
      }
    }
  }
  const { binMs, bins } = BINS[of]
  return {
    bins: Array.from({ length: bins }, (_, bin) => ({
      from: bin * binMs,
      to: bin === bins - 1 ? null : (bin + 1) * binMs,
    })),
    series: [...book].map(([kind, seconds]) => ({
      ...{ kind, count: seconds.count, meanMs: seconds.meanMs, longestMs: seconds.longestMs },
      ...{ medianMs: seconds.percentileMs(0.5), p90Ms: seconds.percentileMs(0.9), counts: seconds.binned(bins, binMs) },
    })),
  }
}

type Row = SecondCount & { kind: VisitKind }
type Part = Span & { of: DistributionOf; queue: string; agent: string | null }

function rowsOf({ db }: Database, { of, queue, agent, from, to }: Part, rules: KpiRules): Promise<Row[]> {
  const took = of === 'wait' ? WAIT : TALK
  return db
    .selectFrom(
      db
        .selectFrom('visits')
        .select([kindBy(rules).as('kind'), took.as('took')])
        .where('queue', '=', queue)
        .where('left_at', '>=', from)
        .where('left_at', '<', to)
        .where('ending', 'is not', null)
        .$if(agent !== null, (visits) => visits.where('agent', '=', agent))
        .as('visit'),
    )
    .select([
      sql<VisitKind>`kind`.as('kind'),
      sql<number>`took / 1000`.as('second'),
      sql<number>`count(*)`.as('count'),
      sql<number>`sum(took)`.as('totalMs'),
      sql<number>`max(took)`.as('longestMs'),
    ])
    .where('took', 'is not', null)
    .groupBy(sql`kind, took / 1000`)
    .execute()
}

function visitsIn(rows: readonly Row[]): number {
  return rows.reduce((sum, { count }) => sum + count, 0)
}
