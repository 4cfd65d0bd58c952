import { type PbxName, queueId } from '@/lib/domain/ids'
import type { KpiRules } from '@/lib/domain/kpi'
import type { KpiSettings } from '@/server/config/queue-settings'
import type { ReadTables } from '@/server/store/types'

/** Where neither the configuration nor Asterisk says within what a call is to be answered. */
const DEFAULT_THRESHOLD_MS = 20_000

/** The rules of a queue: the configuration's, with Asterisk's own `servicelevel` where that names no threshold. */
export function rulesOf(tables: Pick<ReadTables, 'queues'>, pbx: PbxName, settings: (queue: string) => KpiSettings) {
  return (queue: string): KpiRules => {
    const own = settings(queue)
    const seconds = tables.queues.get(queueId(pbx, queue))?.serviceLevelSeconds
    const asterisk = seconds === undefined || seconds === 0 ? DEFAULT_THRESHOLD_MS : seconds * 1000
    return { ...own, thresholdMs: own.thresholdMs ?? asterisk }
  }
}
