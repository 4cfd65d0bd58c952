import { dictionary } from './dictionary'
import { diffRecord } from './record'
import type { Change, RecordDiff } from './types'

/** Writes down one family's changes record by record; parts appear only when they hold something. */
export class FamilyDiff<R extends object> {
  private readonly diff: RecordDiff<R> = {}

  add(id: string, { before, after }: Change<R>): void {
    if (after === undefined) {
      if (before !== undefined) this.remove(id)
      return
    }
    const changed = before === undefined ? 'replace' : diffRecord(before, after)
    if (changed === 'replace') this.put(id, after)
    else if (changed !== null) this.patch(id, changed)
  }

  put(id: string, record: R): void {
    this.diff.put ??= dictionary()
    this.diff.put[id] = record
  }

  patch(id: string, fields: Partial<R>): void {
    this.diff.patch ??= dictionary()
    this.diff.patch[id] = fields
  }

  remove(id: string): void {
    this.diff.remove ??= []
    this.diff.remove.push(id)
  }

  /** `null` for nothing. */
  result(): RecordDiff<R> | null {
    const { put, patch, remove } = this.diff
    return put || patch || remove ? this.diff : null
  }
}
