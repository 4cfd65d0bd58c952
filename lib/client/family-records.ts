import { keepReference, patchRecord } from '@/lib/diff/record'
import type { RecordDiff } from '@/lib/diff/types'

/**
 * Records of one family, with its sorted ids and the list of records. A change of fields costs nothing beyond itself;
 * the lists are brought up to date when somebody asks for them.
 */
export class FamilyRecords<R extends object> {
  private readonly records = new Map<string, R>()
  private sortedIds: readonly string[] = []
  private list: readonly R[] = []
  /** Ids of the present list whose record has changed since. */
  private readonly outdated = new Set<string>()
  private listFollowsIds = true

  get(id: string): R | undefined {
    return this.records.get(id)
  }

  /** Sorted by code unit; the same array until ids come or go. */
  ids(): readonly string[] {
    return this.sortedIds
  }

  /** In the order of `ids`; the same array until a record changes. */
  all(): readonly R[] {
    if (!this.listFollowsIds) this.list = this.sortedIds.map((id) => this.present(id))
    else if (this.outdated.size > 0) this.list = this.patchedList()
    this.listFollowsIds = true
    this.outdated.clear()
    return this.list
  }

  merge(diff: RecordDiff<R>): ReadonlySet<string> {
    const change = new IdChange()
    for (const id of diff.remove ?? []) if (this.records.delete(id)) change.removed.add(id)
    for (const [id, record] of Object.entries(diff.put ?? {})) this.set(id, record, change)
    for (const [id, fields] of Object.entries(diff.patch ?? {})) {
      const before = this.records.get(id)
      if (before !== undefined) this.set(id, patchRecord(before, fields), change)
    }
    return this.settle(change)
  }

  replace(records: Readonly<Record<string, R>>): ReadonlySet<string> {
    const change = new IdChange()
    for (const id of this.sortedIds) {
      if (Object.hasOwn(records, id)) continue
      this.records.delete(id)
      change.removed.add(id)
    }
    for (const [id, record] of Object.entries(records)) this.set(id, record, change)
    return this.settle(change)
  }

  private set(id: string, record: R, change: IdChange): void {
    const before = this.records.get(id)
    const after = keepReference(before, record)
    if (after === before) return
    this.records.set(id, after)
    if (before !== undefined) change.changed.add(id)
    else if (!change.removed.delete(id)) change.added.add(id)
    else change.changed.add(id) // removed and put again by the same message
  }

  private settle({ added, removed, changed }: IdChange): ReadonlySet<string> {
    if (added.size > 0 || removed.size > 0) {
      this.sortedIds = mergeSorted(this.sortedIds, removed, [...added].sort())
      this.listFollowsIds = false
    }
    for (const id of changed) this.outdated.add(id)
    if (added.size === 0 && removed.size === 0) return changed
    return new Set([...added, ...removed, ...changed])
  }

  private patchedList(): readonly R[] {
    const list = this.list.slice()
    for (const id of this.outdated) list[indexOf(this.sortedIds, id)] = this.present(id)
    return list
  }

  private present(id: string): R {
    const record = this.records.get(id)
    if (record === undefined) throw new Error(`There is no record ${id}`)
    return record
  }
}

class IdChange {
  readonly added = new Set<string>()
  readonly removed = new Set<string>()
  readonly changed = new Set<string>()
}

/** One pass over what stands sorted already. */
function mergeSorted(
  ids: readonly string[],
  removed: ReadonlySet<string>,
  added: readonly string[],
): readonly string[] {
  const merged: string[] = []
  let next = 0
  for (const id of ids) {
    if (removed.has(id)) continue
    for (let come = added[next]; come !== undefined && come < id; come = added[++next]) merged.push(come)
    merged.push(id)
  }
  return merged.concat(added.slice(next))
}

function indexOf(ids: readonly string[], id: string): number {
  let low = 0
  let high = ids.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ids[middle] as string) < id) low = middle + 1
    else high = middle
  }
  return low
}
