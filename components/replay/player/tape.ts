import { applyDiff } from '@/lib/diff/apply'
import type { LiveDiff } from '@/lib/diff/types'
import type { LiveState } from '@/lib/domain/live-state'

type Entry = { at: number; diff: LiveDiff }

/** So many changes are kept; what lies furthest back is then left, and is asked for again when somebody goes there. */
const MOST_ENTRIES = 20_000

/** A piece of the past without a break: the picture at its beginning, and what changed since. */
export class Tape {
  private entries: Entry[] = []
  /** Up to here it is complete. */
  to: number

  constructor(
    public from: number,
    private state: LiveState,
  ) {
    this.to = from
  }

  add(entry: Entry): void {
    this.entries.push(entry)
    // Another one may follow of the very same moment.
    this.completeTo(entry.at - 1)
  }

  completeTo(to: number): void {
    this.to = Math.max(this.to, to)
  }

  has(at: number): boolean {
    return this.from <= at && at <= this.to
  }

  /** The picture at a moment of the tape. */
  stateAt(at: number): LiveState {
    return this.between(Number.NEGATIVE_INFINITY, at).reduce(applyDiff, this.state)
  }

  /** What changed after `from`, up to `to`. */
  between(from: number, to: number): LiveDiff[] {
    const begin = this.after(from)
    return this.entries.slice(begin, this.after(to)).map(({ diff }) => diff)
  }

  /** Lets go of what lies before a moment, once there is much of it. */
  trim(at: number): void {
    if (this.entries.length <= MOST_ENTRIES) return
    const state = this.stateAt(at)
    this.entries = this.entries.slice(this.after(at))
    this.state = state
    this.from = at
  }

  /** The place of the first entry after a moment. */
  private after(at: number): number {
    let low = 0
    let high = this.entries.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.entries[middle] as Entry).at <= at) low = middle + 1
      else high = middle
    }
    return low
  }
}
