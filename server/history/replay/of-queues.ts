import type { Change } from '@/lib/diff/types'

/** Records by the queue that they belong to, kept up by what changes. */
export class OfQueues<R extends { id: string; queue: string }> {
  private readonly byQueue = new Map<string, Map<string, R>>()

  /** Returns the queues in which something changed. */
  take(changes: ReadonlyMap<string, Change<R>>): ReadonlySet<string> {
    const touched = new Set<string>()
    for (const { before, after } of changes.values()) {
      if (before !== undefined) {
        const records = this.byQueue.get(before.queue)
        records?.delete(before.id)
        if (records?.size === 0) this.byQueue.delete(before.queue)
        touched.add(before.queue)
      }
      if (after === undefined) continue
      const records = this.byQueue.get(after.queue) ?? new Map<string, R>()
      this.byQueue.set(after.queue, records.set(after.id, after))
      touched.add(after.queue)
    }
    return touched
  }

  of(queue: string): Iterable<R> {
    return this.byQueue.get(queue)?.values() ?? []
  }

  /** Those with at least one. */
  queues(): Iterable<string> {
    return this.byQueue.keys()
  }
}
