import { LONGEST_DAY_MS } from '@/server/db/migrations/kept-sums-triggers'
import { type Calendar, daysIn } from '../reports/slots'
import type { Span } from '../reports/span'

/** The days that lie whole in a span and are over, one after the other. */
export function finishedDays(span: Span, now: number, dayStart: Calendar['dayStart']): Span[] {
  const begins = daysIn({ from: span.from, to: Math.min(span.to, now) + LONGEST_DAY_MS }, dayStart)
  return begins.flatMap((from, index) => {
    const to = begins[index + 1]
    const isWhole = to !== undefined && from >= span.from && to <= span.to && to <= now
    return isWhole && to - from <= LONGEST_DAY_MS ? { from, to } : []
  })
}
