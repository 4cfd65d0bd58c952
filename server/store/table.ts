import { sameFields, sameValue } from '@/lib/diff/same'
import type { Change } from '@/lib/diff/types'
import type { ReadTable } from './types'

/**
 * Records of one family by id. Records are never changed in place: a reducer sets a new one, and the table remembers
 * what stood there at the last `takeChanges`, so that a flush costs what changed and not what there is.
 */
export class Table<R extends object> implements ReadTable<R> {
  private readonly records = new Map<string, R>()
  private touched = new Map<string, R | undefined>()

  get size(): number {
    return this.records.size
  }

  get(id: string): R | undefined {
    return this.records.get(id)
  }

  values(): IterableIterator<R> {
    return this.records.values()
  }

  entries(): IterableIterator<[string, R]> {
    return this.records.entries()
  }

  /** Setting a record equal in content to the present one has no effect. */
  set(id: string, record: R): void {
    const before = this.records.get(id)
    if (before !== undefined && sameFields(before, record)) return
    this.touch(id, before)
    this.records.set(id, record)
  }

  /** Changes some fields of a record that is there; an unknown id has no effect. */
  patch(id: string, fields: Partial<R>): void {
    const before = this.records.get(id)
    if (before !== undefined) this.set(id, { ...before, ...fields })
  }

  delete(id: string): void {
    const before = this.records.get(id)
    if (before === undefined) return
    this.touch(id, before)
    this.records.delete(id)
  }

  /** What was touched since the last call, with the record before and after; the same record again is left out. */
  takeChanges(): Map<string, Change<R>> {
    const changes = new Map<string, Change<R>>()
    for (const [id, before] of this.touched) {
      const after = this.records.get(id)
      if (sameValue(before, after)) continue
      changes.set(id, { before, after })
    }
    this.touched = new Map()
    return changes
  }

  private touch(id: string, before: R | undefined): void {
    if (!this.touched.has(id)) this.touched.set(id, before)
  }
}
