import type { LiveDiff } from '@/lib/diff/types'
import { FAMILIES } from '@/lib/domain/live-state'
import type { Diff } from '@/lib/protocol/messages'

type OutboxWays = {
  /** Sends a diff to everyone, at once. */
  emit(diff: Diff): void
  /** Sends a snapshot to everyone, little by little; `done` gets its seq, or `null` when there was none. */
  snapshot(done: (seq: number | null) => void): void
  /** Would a diff of so many records for everyone hold up the event loop? */
  isTooMuch(records: number): boolean
}

/**
 * A view's stream of diffs. What would hold up the event loop when written to a thousand browsers at once goes out as
 * a packed snapshot instead, over many turns; diffs made meanwhile follow after it.
 */
export class Outbox {
  /** The seq that browsers have been told of. */
  told = 0
  private held: Diff[] | null = null

  constructor(private readonly ways: OutboxWays) {}

  send(diff: Diff): void {
    if (this.held !== null) this.held.push(diff)
    else if (this.ways.isTooMuch(countRecords(diff.diff))) this.sendSnapshot()
    else this.emit(diff)
  }

  private sendSnapshot(): void {
    this.held = []
    this.ways.snapshot((seq) => this.sendHeld(seq))
  }

  private sendHeld(seq: number | null): void {
    if (seq !== null) this.told = seq
    const rest = (this.held ?? []).filter(({ to }) => to > this.told)
    this.held = null
    const records = rest.reduce((sum, { diff }) => sum + countRecords(diff), 0)
    if (this.ways.isTooMuch(records)) this.sendSnapshot()
    else for (const diff of rest) this.emit(diff)
  }

  private emit(diff: Diff): void {
    this.told = diff.to
    this.ways.emit(diff)
  }
}

function countRecords(diff: LiveDiff): number {
  let records = 0
  for (const family of FAMILIES) {
    const { put, patch, remove } = diff[family] ?? {}
    records += Object.keys(put ?? {}).length + Object.keys(patch ?? {}).length + (remove?.length ?? 0)
  }
  return records
}
