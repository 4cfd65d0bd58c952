import { PBX } from '@/lib/domain/testing/records'
import { createMetrics, type Metrics } from '@/server/metrics'
import type { WritableLiveStore } from '@/server/store/live-store'

const gateway = { sockets: 2, views: 1, diffs: 7, snapshots: 2, bytesSent: 5_000, bufferedBytes: 0, cutBrowsers: 0 }
const ami = { receivedBytes: 9_000, messages: 11, attempts: 1 }
const done = { events: { memberPut: 5 }, resyncs: 1, audits: 2, auditDifferences: { 'member different': 3 } }
const session = { ...done, clockAheadMs: -2_500 }

/** Metrics of a product that has run for a moment. */
export function sampleMetrics(store: WritableLiveStore): Metrics {
  return createMetrics({
    store,
    gateway: () => gateway,
    visits: () => ({ waiting: 12, lost: 3 }),
    pbxs: new Map([[PBX, { ami: () => ami, session: () => session }]]),
  })
}
