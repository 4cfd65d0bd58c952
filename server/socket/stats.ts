import type { Browser } from './browser'
import type { SlowBrowsers } from './slow-browsers'
import type { View } from './view'
import type { Views } from './views'

/** Plain numbers for metrics. Counts since the start; times in ms. */
export type GatewayStats = {
  sockets: number
  views: number
  /** Diffs made, each serialised once for all browsers of its view, and messages sent by them. */
  diffs: number
  diffMessages: number
  snapshotsBuilt: number
  snapshots: number
  bytesSent: number
  bufferedBytes: number
  cutBrowsers: number
  /** From the store's flush to the last browser's send buffer. */
  lastEmitMs: number
  emitMsTotal: number
  flushes: number
}

/** Counts as it goes along. */
export class GatewayCounters {
  bytesOfGone = 0
  cutBrowsers = 0
  private diffs = 0
  private diffMessages = 0
  private flushes = 0
  private lastEmitMs = 0
  private emitMsTotal = 0

  /** Times one flush; `emit` gives the views that had something to tell. */
  timeFlush(emit: () => readonly View[]): void {
    const began = performance.now()
    const told = emit()
    this.lastEmitMs = performance.now() - began
    this.emitMsTotal += this.lastEmitMs
    this.flushes += 1
    this.diffs += told.length
    for (const view of told) this.diffMessages += view.size
  }

  read(browsers: ReadonlySet<Browser>, views: Views, slow: SlowBrowsers): GatewayStats {
    let { snapshotsBuilt, snapshotsSent } = views
    for (const view of views.all()) {
      snapshotsBuilt += view.snapshots.built
      snapshotsSent += view.snapshotsSent
    }
    let bytesSent = this.bytesOfGone
    for (const browser of browsers) bytesSent += browser.request.socket.bytesWritten
    return {
      sockets: browsers.size,
      views: views.size,
      diffs: this.diffs,
      diffMessages: this.diffMessages,
      snapshotsBuilt,
      snapshots: snapshotsSent,
      bytesSent,
      bufferedBytes: slow.bufferedBytes,
      cutBrowsers: this.cutBrowsers,
      lastEmitMs: this.lastEmitMs,
      emitMsTotal: this.emitMsTotal,
      flushes: this.flushes,
    }
  }
}
