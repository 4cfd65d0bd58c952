import { sql } from 'kysely'
import type { Database } from '@/server/db/types'
import type { Span } from './span'
import { liesIn, type SoughtHour } from './week-hour'

/** How many one queue did not let in, in one step of time. */
export type TurnedAwaySum = {
  /** `null`: not known. */
  queue: string | null
  /** When the step began, ms since 1970; 0 where time is not told apart. */
  at: number
  count: number
}

/** Whom: `queues` `null`: of all there are, and those of whom the queue is not known. `weekHour` left out: at any hour. */
export type TurnedAwayAsked = Span & { queues: readonly string[] | null; weekHour?: SoughtHour }

/** Those who were turned away in a span. */
export function turnedAwayOf({ db }: Database, { from, to, queues, weekHour }: TurnedAwayAsked) {
  let query = db.selectFrom('turned_away').where('at', '>=', from).where('at', '<', to)
  if (queues !== null) query = query.where('queue', 'in', queues.length > 0 ? [...queues] : [''])
  return weekHour === undefined ? query : query.where(liesIn(sql`at`, weekHour))
}

/** How many were turned away in a span, by queue and steps of so many ms (`null`: none). */
export async function turnedAwayIn(
  database: Database,
  asked: TurnedAwayAsked,
  stepMs: number | null = null,
): Promise<TurnedAwaySum[]> {
  const step = stepMs === null ? sql<number>`0` : sql<number>`at - at % ${sql.lit(stepMs)}`
  const rows = await database.db
    .selectFrom(
      turnedAwayOf(database, asked)
        .select(['queue', step.as('step')])
        .as('one'),
    )
    .select(({ fn }) => ['queue', 'step', fn.countAll<number>().as('count')])
    .groupBy(['queue', 'step'])
    .execute()
  return rows.map(({ queue, step: at, count }) => ({ queue, at: Number(at), count: Number(count) }))
}

export function countOf(sums: readonly TurnedAwaySum[]): number {
  return sums.reduce((total, { count }) => total + count, 0)
}
