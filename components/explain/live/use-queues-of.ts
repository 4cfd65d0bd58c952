'use client'

import { useLiveRecords } from '@/components/live/use-live'
import type { QueueId } from '@/lib/domain/ids'
import type { ExplainedNow } from '../explain-store'

/** Ids of the queues that a figure is of, and what people call any queue. */
export function useQueuesOf({ queues }: ExplainedNow): {
  ids: ReadonlySet<QueueId>
  labelOf: (id: QueueId) => string
} {
  const all = useLiveRecords('queues')
  const labels = new Map(all.map(({ id, label }) => [id, label]))
  const shown = all.filter(({ name }) => queues.length === 0 || queues.includes(name))
  return { ids: new Set(shown.map(({ id }) => id)), labelOf: (id) => labels.get(id) ?? id }
}
