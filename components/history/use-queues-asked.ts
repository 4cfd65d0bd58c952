'use client'

import { useLiveRecords } from '@/components/live/use-live'
import { useHouseSettings } from '@/components/session/use-house-settings'
import type { Queue } from '@/lib/domain/queue'
import { withoutGroups } from '@/lib/domain/queue-group'
import type { Asked } from './asked'

/** The queues there are of those that are asked for, groups opened up. */
export function useQueuesAsked({ queues: asked }: Pick<Asked, 'queues'>): readonly Queue[] {
  const queues = useLiveRecords('queues')
  const { queueGroups } = useHouseSettings()
  if (asked.length === 0) return queues
  const wanted = new Set(withoutGroups(asked, queueGroups).map((name) => name.toLowerCase()))
  return queues.filter(({ name, label }) => wanted.has(name.toLowerCase()) || wanted.has(label.toLowerCase()))
}

/** The service level that a queue should reach, 0 to 1; `null`: none was set. */
export function targetOf({ limits }: Pick<Queue, 'limits'>): number | null {
  const percent = limits.levelWarning ?? limits.levelCritical
  return percent === null ? null : percent / 100
}

/** The target that all these queues share; `null`: none, or several. */
export function commonTarget(queues: readonly Queue[]): number | null {
  const [first = null, ...others] = new Set(queues.map(targetOf))
  return others.length === 0 ? first : null
}
