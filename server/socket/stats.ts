import type { Crowd } from './crowd'
import type { Views } from './views'

/** Plain numbers for metrics. Counts since the start; times in ms. */
export type GatewayStats = {
  sockets: number
  views: number
  /** Diffs made, each serialised once for all browsers of its view, and messages sent by them. */
  diffs: number
  diffMessages: number
  snapshotsBuilt: number
  /** Snapshots sent. */
  snapshots: number
  bytesSent: number
  bufferedBytes: number
  cutBrowsers: number
  /** From the store's flush to the last browser's send buffer. */
  lastEmitMs: number
  emitMsTotal: number
  flushes: number
}

/** How long flushes take to reach the send buffers. */
export class FlushTimer {
  flushes = 0
  lastMs = 0
  totalMs = 0

  time(emit: () => void): void {
    const began = performance.now()
    emit()
    this.lastMs = performance.now() - began
    this.totalMs += this.lastMs
    this.flushes += 1
  }
}

export function readStats(crowd: Crowd, views: Views, timer: FlushTimer): GatewayStats {
  return {
    sockets: crowd.size,
    views: views.size,
    ...views.counts(),
    bytesSent: crowd.bytesSent,
    bufferedBytes: crowd.bufferedBytes,
    cutBrowsers: crowd.cutBrowsers,
    lastEmitMs: timer.lastMs,
    emitMsTotal: timer.totalMs,
    flushes: timer.flushes,
  }
}
