import { LONGEST_DAY_MS } from '@/server/db/migrations/kept-sums-triggers'
import type { Database } from '@/server/db/types'
import { type Calendar, nextDay } from '../reports/slots'
import type { Span } from '../reports/span'

/** The days that lie whole in a span and are over, one after the other, from the first of them that may have visits. */
export async function finishedDays(
  database: Database,
  span: Span,
  now: number,
  dayStart: Calendar['dayStart'],
): Promise<Span[]> {
  const until = Math.min(span.to, now)
  const first = await firstVisit(database, { from: span.from, to: until })
  const days: Span[] = []
  if (first === null) return days
  const begin = dayStart(first)
  let from = begin < span.from ? nextDay(begin, dayStart) : begin
  for (;;) {
    const to = nextDay(from, dayStart)
    if (to <= from || to > until || to - from > LONGEST_DAY_MS) return days
    days.push({ from, to })
    from = to
  }
}

/** When it ended waiting, ms. */
async function firstVisit({ db }: Database, { from, to }: Span): Promise<number | null> {
  const row = await db
    .selectFrom('visits')
    .select('left_at')
    .where('left_at', '>=', from)
    .where('left_at', '<', to)
    .orderBy('left_at')
    .limit(1)
    .executeTakeFirst()
  return row?.left_at ?? null
}
