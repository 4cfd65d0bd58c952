import type { QueueId } from '@/lib/domain/ids'
import type { Trend } from '@/lib/domain/trend'
import type { EventOf } from './reduce-context'
import type { PbxTables } from './tables'

const MINUTE_MS = 60_000
const MINUTES_KEPT = 60

function minuteOf(at: number): number {
  return Math.floor(at / MINUTE_MS) * MINUTE_MS
}

/** Counts `most` callers, the most at once around `at`, into the minute's maximum. */
export function noteWaiting(tables: PbxTables, id: QueueId, most: number, at: number): void {
  const trend = tables.trends.get(id)
  if (trend === undefined) {
    tables.trends.set(id, { id, minute: minuteOf(at), waiting: [most] })
    return
  }
  const minute = minuteOf(at)
  if (minute > trend.minute) tables.trends.set(id, opened(trend, minute, most))
  else if (most > (trend.waiting.at(-1) ?? -1)) {
    tables.trends.set(id, { ...trend, waiting: [...trend.waiting.slice(0, -1), most] })
  }
}

/** Begins a new minute; minutes that passed unseen in between are a gap. */
function opened(trend: Trend, minute: number, most: number): Trend {
  const unseen = Math.min((minute - trend.minute) / MINUTE_MS - 1, MINUTES_KEPT)
  const gap = Array.from({ length: unseen }, () => null)
  return { id: trend.id, minute, waiting: [...trend.waiting, ...gap, most].slice(-MINUTES_KEPT) }
}

/** Time passes: every queue's minute closes, and the next begins with whoever waits still. */
export function tick(tables: PbxTables, { at }: EventOf<'tick'>): void {
  for (const [id] of tables.queues.entries()) {
    const queue = id as QueueId
    noteWaiting(tables, queue, tables.callersByQueue.of(queue).size, at)
  }
}
