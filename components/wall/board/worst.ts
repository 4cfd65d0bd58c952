import type { AlarmLevel } from '@/lib/domain/alarm'
import { type QueueView, sameItems } from './queue-view'

const SEVERITY: Record<AlarmLevel, number> = { critical: 3, warning: 2, calm: 1, closed: 0 }

/**
 * The `count` queues in most trouble, the worst first. Within one level whoever stands in the lane keeps the place: a
 * lane that changed hands with every caller could not be read from afar.
 */
export function worstOf(views: readonly QueueView[], count: number, before: readonly string[]): readonly string[] {
  const place = new Map(before.map((id, i) => [id, i]))
  const rank = ({ queue }: QueueView) => place.get(queue.id) ?? before.length
  const sorted = views.toSorted(
    (one, other) =>
      SEVERITY[other.alarm.level] - SEVERITY[one.alarm.level] ||
      rank(one) - rank(other) ||
      other.figures.waiting - one.figures.waiting,
  )
  const worst = sorted.slice(0, count).map(({ queue }) => queue.id)
  return sameItems<string>(worst, before)
}
