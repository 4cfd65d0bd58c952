import { diffChanges, type Project } from '@/lib/diff/diff'
import type { Changes } from '@/lib/diff/types'
import { FAMILIES } from '@/lib/domain/live-state'
import type { Diff, Heartbeat } from '@/lib/protocol/messages'
import type { Clock } from '@/server/clock'
import type { LiveStore } from '@/server/store/types'
import { broadcast } from './broadcast'
import type { Browser } from './browser'
import { Outbox } from './outbox'
import { takePicture } from './pack'
import { projectFor, type Rights } from './rights'
import { Snapshots } from './snapshots'
import type { Turns } from './turns'

/** Share of all records: a packed record takes a tenth of the bytes of a patch. */
const WORTH_A_SNAPSHOT = 0.05

export type ViewContext = {
  store: LiveStore
  clock: Clock
  turns: Turns
  onError: (error: unknown) => void
  /** Most records times browsers that one flush writes at once. */
  maxFanOut: number
}

export type ViewCounts = { diffs: number; diffMessages: number; snapshotsBuilt: number; snapshots: number }

/** What all browsers with the same rights see: one seq, one diff per flush, one snapshot per seq. */
export class View {
  private seq = 0
  private diffMessages = 0
  private snapshotsSent = 0
  private readonly snapshots: Snapshots
  private readonly outbox: Outbox
  private readonly browsers = new Set<Browser>()
  private readonly project: Project

  constructor(
    private readonly epoch: string,
    rights: Rights,
    private readonly context: ViewContext,
  ) {
    const { store, turns, clock, onError } = context
    this.project = projectFor(rights, store.tables)
    const source = {
      seq: () => this.seq,
      picture: () => takePicture(store.tables, this.project),
      send: (browser: Browser, seq: number, packed: Buffer) => this.sendSnapshot(browser, seq, packed),
    }
    this.snapshots = new Snapshots(source, turns, clock, onError)
    this.outbox = new Outbox({
      emit: (diff) => this.emit(diff),
      snapshot: (done) => this.snapshots.requestForAll(this.browsers, done),
      isTooMuch: (records) => this.isTooMuch(records),
    })
  }

  get size(): number {
    return this.browsers.size
  }

  /** From here on the browser gets every diff; its snapshot follows. */
  join(browser: Browser): void {
    this.browsers.add(browser)
    this.snapshots.request(browser)
  }

  leave(browser: Browser): void {
    this.browsers.delete(browser)
    if (this.size === 0) this.snapshots.drop()
  }

  sendSnapshotTo(browser: Browser): void {
    this.snapshots.request(browser)
  }

  /** Tells everyone what the flush changed for them, if anything. */
  flush(changes: Changes): void {
    const diff = diffChanges(changes, this.project)
    if (diff === null) return
    const from = this.seq
    this.seq += 1
    this.outbox.send({ type: 'diff', epoch: this.epoch, from, to: this.seq, diff })
  }

  beat(): void {
    broadcast(this.browsers, this.heartbeat(this.outbox.told))
  }

  counts(): ViewCounts {
    const { seq, diffMessages, snapshotsSent, snapshots } = this
    return { diffs: seq, diffMessages, snapshotsBuilt: snapshots.built, snapshots: snapshotsSent }
  }

  private emit(diff: Diff): void {
    this.diffMessages += this.size
    broadcast(this.browsers, diff)
  }

  /** A snapshot costs as much as there is, so it pays only when a good part of it changed. */
  private isTooMuch(records: number): boolean {
    const { store, maxFanOut } = this.context
    if (records * this.size <= maxFanOut) return false
    const all = FAMILIES.reduce((sum, family) => sum + store.tables[family].size, 0)
    return records > all * WORTH_A_SNAPSHOT
  }

  private sendSnapshot(browser: Browser, seq: number, packed: Buffer): void {
    if (!this.browsers.has(browser)) return
    this.snapshotsSent += 1
    const { epoch } = this
    browser.emit('snapshot', { type: 'snapshot', epoch, seq, now: this.context.clock.now() }, packed)
    browser.emit('heartbeat', this.heartbeat(seq))
  }

  private heartbeat(seq: number): Heartbeat {
    const { clock, store } = this.context
    return { type: 'heartbeat', epoch: this.epoch, seq, now: clock.now(), pbx: [...store.links.values()] }
  }
}
