import type { Clock } from '@/server/clock'
import type { Browser } from './browser'
import { type Picture, packPicture } from './pack'
import type { Turns } from './turns'

/** Shortest time between two snapshots of one view, in ms: who comes meanwhile gets the next one together. */
const PAUSE_MS = 200

/** Where a view's snapshots come from and go to. */
type SnapshotSource = {
  seq(): number
  picture(): Picture
  /** Sends to a browser, if it still watches this view. */
  send(browser: Browser, seq: number, packed: Buffer): void
}

/**
 * Snapshots of one view: built once per seq, kept as packed bytes, sent to whoever asked before the picture was taken.
 * A browser gets diffs from the moment it asks, so the snapshot and the diffs that follow leave no gap.
 */
export class Snapshots {
  built = 0
  private kept: { seq: number; packed: Buffer } | null = null
  private waiting = new Set<Browser>()
  private afterwards: ((seq: number | null) => void)[] = []
  private building = false
  private lastBuiltAt = Number.NEGATIVE_INFINITY

  constructor(
    private readonly source: SnapshotSource,
    private readonly turns: Turns,
    private readonly clock: Clock,
    private readonly onError: (error: unknown) => void,
  ) {}

  request(browser: Browser): void {
    const kept = this.kept
    if (kept?.seq === this.source.seq()) {
      this.turns.add(() => this.source.send(browser, kept.seq, kept.packed))
      return
    }
    this.waiting.add(browser)
    this.buildSoon()
  }

  /** Sends the next snapshot to all of them; `done` is called after the last, with its seq or, if it failed, `null`. */
  requestForAll(browsers: Iterable<Browser>, done: (seq: number | null) => void): void {
    for (const browser of browsers) this.waiting.add(browser)
    this.afterwards.push(done)
    this.buildSoon()
  }

  /** Forgets the bytes kept. */
  drop(): void {
    this.kept = null
    this.waiting.clear()
  }

  private buildSoon(): void {
    if (this.building) return
    this.building = true
    const wait = Math.min(PAUSE_MS, this.lastBuiltAt + PAUSE_MS - this.clock.now())
    const start = () => void this.build().catch(this.onError)
    if (wait > 0) this.clock.after(wait, start)
    else setImmediate(start)
  }

  private async build(): Promise<void> {
    const browsers = this.waiting
    const afterwards = this.afterwards
    this.waiting = new Set()
    this.afterwards = []
    let sent: number | null = null
    try {
      const seq = this.source.seq()
      this.lastBuiltAt = this.clock.now()
      const packed = await packPicture(this.source.picture())
      this.built += 1
      this.kept = { seq, packed }
      sent = seq
      for (const browser of browsers) this.turns.add(() => this.source.send(browser, seq, packed))
    } finally {
      this.building = false
      for (const done of afterwards) this.turns.add(() => done(sent))
      if (this.waiting.size > 0 || this.afterwards.length > 0) this.buildSoon()
    }
  }
}
