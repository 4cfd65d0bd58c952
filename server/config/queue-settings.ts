import type { KpiRules } from '@/lib/domain/kpi'
import type { QueueLimits, QueueSettings } from '@/lib/domain/queue'
import { DEFAULT_LOST, DEFAULT_SHORT_MS } from '@/lib/kpi/config'
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

/** How a queue's figures are computed; `thresholdMs` `null`: by Asterisk's own `servicelevel`. */
export type KpiSettings = Omit<KpiRules, 'thresholdMs'> & { thresholdMs: number | null }

/** Each setting of the queue's own over the defaults of all. */
export function kpiSettings(settings: Settings, name: string): KpiSettings {
  const own = Object.hasOwn(settings.queues, name) ? settings.queues[name]?.serviceLevel : undefined
  const common = settings.queueDefaults.serviceLevel
  const seconds = own?.within ?? common?.within
  const short = own?.short ?? common?.short
  return {
    thresholdMs: seconds === undefined ? null : seconds * 1000,
    shortMs: short === undefined ? DEFAULT_SHORT_MS : short * 1000,
    formula: own?.formula ?? common?.formula ?? 'SL4',
    lost: own?.lost ?? common?.lost ?? DEFAULT_LOST,
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
