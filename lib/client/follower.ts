import type { LiveState } from '@/lib/domain/live-state'
import type { Diff, Heartbeat, Resync, Snapshot } from '@/lib/protocol/messages'
import { RecordStore, type Touched } from './record-store'

/** Diffs kept while a snapshot is on its way: a minute of flushes. When it takes longer, the gap shows and we ask again. */
const MAX_HELD = 600

/**
 * Holds a picture that is at every moment what the server held at (epoch, seq). What does not fit exactly is never
 * guessed at: the answer is then `'gap'`, and a snapshot must come.
 */
export class Follower {
  readonly store = new RecordStore()
  /** Where the picture stands; `null` before the first snapshot. */
  at: { epoch: string; seq: number } | null = null
  /** True until a snapshot has come that later diffs fit to. */
  isWaiting = true
  private held: Diff[] | null = []

  /** The picture cannot be carried on: from now on diffs are held back until the next snapshot. */
  wait(): void {
    this.isWaiting = true
    this.held = []
  }

  /** A snapshot has come and is being unpacked: what follows waits for it. */
  hold(): void {
    this.held ??= []
  }

  resyncMessage(): Resync {
    return this.at ?? { epoch: null, seq: null }
  }

  diff(message: Diff): Touched | 'gap' | null {
    if (this.held !== null) {
      this.held.push(message)
      if (this.held.length > MAX_HELD) this.held.shift()
      return null
    }
    return this.follow(message)
  }

  /** `null`: it fits. */
  heartbeat({ epoch, seq }: Heartbeat): 'gap' | null {
    if (this.held !== null || this.at === null) return null
    return epoch !== this.at.epoch || seq > this.at.seq ? 'gap' : null
  }

  /** The picture is complete unless `gap` says that diffs held back do not follow on it. */
  snapshot({ epoch, seq }: Snapshot, state: LiveState): { touched: Touched[]; gap: boolean } {
    // A stream never goes back within its epoch, so such a snapshot was held up or doubled on its way.
    const goesBack = this.at?.epoch === epoch && seq < this.at.seq
    if (goesBack && this.isWaiting) return { touched: [], gap: false }
    const touched = goesBack ? [] : [this.store.replace(state)]
    if (!goesBack) this.at = { epoch, seq }
    const held = this.held ?? []
    this.held = null
    this.isWaiting = false
    return this.followHeld(held, touched)
  }

  private followHeld(held: readonly Diff[], touched: Touched[]): { touched: Touched[]; gap: boolean } {
    for (const diff of held) {
      if (diff.epoch !== this.at?.epoch) continue
      const result = this.follow(diff)
      if (result === 'gap') return { touched, gap: true }
      if (result !== null) touched.push(result)
    }
    return { touched, gap: false }
  }

  private follow({ epoch, from, to, diff }: Diff): Touched | 'gap' | null {
    if (this.at === null || epoch !== this.at.epoch) return 'gap'
    if (to <= this.at.seq) return null
    if (from !== this.at.seq || to <= from) return 'gap'
    const touched = this.store.merge(diff)
    if (touched === null) return 'gap'
    this.at = { epoch, seq: to }
    return touched
  }
}
