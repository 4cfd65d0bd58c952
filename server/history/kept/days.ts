import { LONGEST_DAY_MS } from '@/server/db/migrations/kept-sums-triggers'
import type { Database } from '@/server/db/types'
import { firstVisitIn } from '../reports/first-visit'
import { type Calendar, nextDay } from '../reports/slots'
import type { Span } from '../reports/span'

/** When the first of what is summed is of, in a span; `null`: there is none. */
type FirstIn = (database: Database, span: Span) => Promise<number | null>

/** The days that lie whole in a span and are over, one after the other, from the first of them that may have visits. */
export async function finishedDays(
  database: Database,
  span: Span,
  now: number,
  dayStart: Calendar['dayStart'],
  firstIn: FirstIn = firstVisitIn,
): Promise<Span[]> {
  const until = Math.min(span.to, now)
  const first = await firstIn(database, { from: span.from, to: until })
  const days: Span[] = []
  if (first === null || first >= until) return days
  const begin = dayStart(first)
  let from = begin < span.from ? nextDay(begin, dayStart) : begin
  for (;;) {
    const to = nextDay(from, dayStart)
    if (to <= from || to > until || to - from > LONGEST_DAY_MS) return days
    days.push({ from, to })
    from = to
  }
}
