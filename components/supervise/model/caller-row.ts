import { sameFields } from '@/components/wall/board/queue-view'
import type { Caller } from '@/lib/domain/caller'
import type { Queue } from '@/lib/domain/queue'
import { type Findable, findable } from './findable'

/** One line of the waiting callers. */
export type CallerRow = {
  id: string
  caller: Caller
  /** What people call the queue. */
  queueLabel: string
  queueName: string
  /** The limit of the wait that is broken. */
  over: 'warning' | 'critical' | null
  found: Findable
}

export function callerRowAt(caller: Caller, queue: Queue | undefined, now: number, before?: CallerRow): CallerRow {
  const queueLabel = queue?.label ?? caller.queue
  const fresh: CallerRow = {
    id: caller.id,
    caller,
    queueLabel,
    queueName: queue?.name ?? '',
    over: overAt(caller, queue, now),
    found: before?.found ?? { text: '', digits: '' },
  }
  if (before?.caller !== caller || before.queueLabel !== queueLabel) {
    fresh.found = findable([caller.name, queueLabel], [caller.number])
  }
  return sameFields(fresh, before)
}

function overAt({ joinedAt }: Caller, queue: Queue | undefined, now: number): CallerRow['over'] {
  const wait = (now - joinedAt) / 1000
  const { waitCritical = null, waitWarning = null } = queue?.limits ?? {}
  if (waitCritical !== null && wait > waitCritical) return 'critical'
  return waitWarning !== null && wait > waitWarning ? 'warning' : null
}

/** The next moment (ms) at which the wait breaks a limit. */
export function nextChangeOfCaller({ joinedAt }: Caller, queue: Queue | undefined, now: number): number {
  const limits = [queue?.limits.waitWarning ?? null, queue?.limits.waitCritical ?? null]
  const moments = limits.filter((limit) => limit !== null).map((limit) => joinedAt + limit * 1000 + 1)
  return Math.min(...moments.filter((moment) => moment > now), Number.POSITIVE_INFINITY)
}
