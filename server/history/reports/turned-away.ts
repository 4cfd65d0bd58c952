import { sql } from 'kysely'
import type { Database } from '@/server/db/types'
import type { Span } from './span'

/** How many one queue did not let in, in one step of time. */
export type TurnedAwaySum = {
  /** `null`: not known. */
  queue: string | null
  /** When the step began, ms since 1970; 0 where time is not told apart. */
  at: number
  count: number
}

/**
 * Who was turned away in a span, by queue and steps of so many ms (`null`: none). `queues` `null`: all there are, and those
 * of whom the queue is not known.
 */
export async function turnedAwayIn(
  { db }: Database,
  { from, to, queues }: Span & { queues: readonly string[] | null },
  stepMs: number | null = null,
): Promise<TurnedAwaySum[]> {
  const step = stepMs === null ? sql<number>`0` : sql<number>`at - at % ${sql.lit(stepMs)}`
  let query = db
    .selectFrom(
      db
        .selectFrom('turned_away')
        .select(['queue', step.as('step')])
        .where('at', '>=', from)
        .where('at', '<', to)
        .as('one'),
    )
    .select(({ fn }) => ['queue', 'step', fn.countAll<number>().as('count')])
    .groupBy(['queue', 'step'])
  if (queues !== null) query = query.where('queue', 'in', queues.length > 0 ? [...queues] : [''])
  const rows = await query.execute()
  return rows.map(({ queue, step: at, count }) => ({ queue, at: Number(at), count: Number(count) }))
}

export function countOf(sums: readonly TurnedAwaySum[]): number {
  return sums.reduce((total, { count }) => total + count, 0)
}
