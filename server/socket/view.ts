import { diffChanges, type Project } from '@/lib/diff/diff'
import type { Changes } from '@/lib/diff/types'
import type { Clock } from '@/server/clock'
import type { LiveStore } from '@/server/store/types'
import type { Browser, BrowserServer } from './browser'
import { takePicture } from './pack'
import { projectFor, type Rights } from './rights'
import { Snapshots } from './snapshots'
import type { Turns } from './turns'

export type ViewContext = {
  io: BrowserServer
  store: LiveStore
  clock: Clock
  turns: Turns
  onError: (error: unknown) => void
}

/** What all browsers with the same rights see: one seq, one diff per flush, one snapshot per seq. */
export class View {
  seq = 0
  snapshotsSent = 0
  readonly snapshots: Snapshots
  private readonly browsers = new Set<Browser>()
  private readonly project: Project

  constructor(
    readonly epoch: string,
    rights: Rights,
    private readonly context: ViewContext,
  ) {
    const { store, turns, clock, onError } = context
    this.project = projectFor(rights, () => store.links)
    this.snapshots = new Snapshots(
      {
        seq: () => this.seq,
        picture: () => takePicture(store.tables, this.project),
        send: (browser, seq, packed) => this.sendSnapshot(browser, seq, packed),
      },
      turns,
      clock,
      onError,
    )
  }

  get size(): number {
    return this.browsers.size
  }

  /** From here on the browser gets every diff; its snapshot follows. */
  join(browser: Browser): void {
    this.browsers.add(browser)
    void browser.join(this.epoch)
    this.snapshots.request(browser)
  }

  leave(browser: Browser): void {
    this.browsers.delete(browser)
    void browser.leave(this.epoch)
  }

  /** Tells everyone in the room what the flush changed for them; returns false when that was nothing. */
  flush(changes: Changes): boolean {
    const diff = diffChanges(changes, this.project)
    if (diff === null) return false
    const from = this.seq
    this.seq += 1
    this.context.io.to(this.epoch).emit('diff', { type: 'diff', epoch: this.epoch, from, to: this.seq, diff })
    return true
  }

  beat(): void {
    this.context.io.to(this.epoch).emit('heartbeat', this.heartbeat())
  }

  private sendSnapshot(browser: Browser, seq: number, packed: Buffer): void {
    if (!this.browsers.has(browser)) return
    this.snapshotsSent += 1
    const { epoch } = this
    browser.emit('snapshot', { type: 'snapshot', epoch, seq, now: this.context.clock.now() }, packed)
    browser.emit('heartbeat', this.heartbeat())
  }

  private heartbeat() {
    const { clock, store } = this.context
    const { epoch, seq } = this
    return { type: 'heartbeat' as const, epoch, seq, now: clock.now(), pbx: [...store.links.values()] }
  }
}
