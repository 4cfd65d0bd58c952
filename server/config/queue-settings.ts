import type { QueueLimits, QueueSettings } from '@/lib/domain/queue'
import type { QueueEntry, Settings } from './schema'

/** What the configuration says of a queue: its own entry over the defaults of all. */
export function queueSettings(settings: Settings, name: string): QueueSettings {
  const own: QueueEntry = Object.hasOwn(settings.queues, name) ? (settings.queues[name] ?? {}) : {}
  const common = settings.queueDefaults
  return {
    label: own.label ?? name,
    limits: limitsOf(own.limits, common.limits),
    wrapUpSeconds: own.wrapUp ?? common.wrapUp ?? 0,
  }
}

/** A queue that names one limit of a pair means that pair: the default of the other half would surprise. */
function limitsOf(own: QueueEntry['limits'], common: QueueEntry['limits']): QueueLimits {
  const wait = own?.wait ?? common?.wait
  const waiting = own?.waiting ?? common?.waiting
  const level = own?.level ?? common?.level
  return {
    waitWarning: wait?.warning ?? null,
    waitCritical: wait?.critical ?? null,
    waitingWarning: waiting?.warning ?? null,
    waitingCritical: waiting?.critical ?? null,
    levelWarning: level?.warning ?? null,
    levelCritical: level?.critical ?? null,
  }
}
