import type { AmiStats } from '@/server/ami/options'
import { createMetrics, type Metrics } from '@/server/metrics'
import type { GatewayStats } from '@/server/socket/stats'
import type { WritableLiveStore } from '@/server/store/live-store'
import type { SessionStats } from '@/server/store/session-stats'

const gateway: GatewayStats = {
  sockets: 2,
  views: 1,
  diffs: 7,
  diffMessages: 14,
  snapshotsBuilt: 1,
  snapshots: 2,
  bytesSent: 5_000,
  bufferedBytes: 0,
  cutBrowsers: 0,
  lastEmitMs: 0.2,
  emitMsTotal: 1.4,
  flushes: 7,
}

const ami: AmiStats = {
  receivedBytes: 9_000,
  sentBytes: 300,
  messages: 11,
  droppedEvents: 1,
  lostMessages: 0,
  pings: 1,
  pingRoundTripMs: 2,
  attempts: 1,
  logins: 1,
  refusedLogins: 0,
  readies: 1,
  pending: 0,
}

const session: SessionStats = {
  events: { memberPut: 5 },
  reduces: 5,
  resyncs: 1,
  resyncFailures: 0,
  lastResyncMs: 40,
  audits: 2,
  auditDifferences: { 'member different': 3 },
  counterRefreshes: 0,
  missing: [],
}

/** Metrics of a product that has run for a moment. */
export function sampleMetrics(store: WritableLiveStore): Metrics {
  return createMetrics({
    store,
    gateway: () => gateway,
    pbxs: new Map([['pbx', { ami: () => ami, session: () => session }]]),
  })
}
