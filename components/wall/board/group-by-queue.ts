import { sameItems } from './queue-view'

/**
 * Records by queue, walked once per change of the family and not once per tile. A group keeps its identity while its
 * records do, so that a queue whose members did not change sees the same array.
 */
export function groupByQueue<R extends { queue: string }>(
  records: readonly R[],
  before: ReadonlyMap<string, readonly R[]>,
): Map<string, readonly R[]> {
  const groups = new Map<string, R[]>()
  for (const record of records) {
    const group = groups.get(record.queue)
    if (group) group.push(record)
    else groups.set(record.queue, [record])
  }
  const kept = new Map<string, readonly R[]>()
  for (const [queue, group] of groups) kept.set(queue, sameItems(group, before.get(queue)))
  return kept
}
