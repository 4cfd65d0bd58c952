import { sameValue } from '@/lib/diff/same'
import type { Change } from '@/lib/diff/types'
import { FAMILIES, type Families, type Family } from '@/lib/domain/live-state'
import type { SourceTables } from './source-tables'

export type VisibleTables = { readonly [F in Family]: Map<string, Families[F]> }
export type VisibleChanges = { readonly [F in Family]: Map<string, Change<Families[F]>> }

/** One PBX's records on their way to the screens. */
export class Feed {
  /** Ids that stood in tables since replaced: they may be gone, and no table remembers them. */
  private readonly suspects = new Map<Family, Set<string>>()

  constructor(private tables: SourceTables) {}

  /** Other tables stand for this PBX from now on; what differs between the two is told at the next `collect`. */
  replace(tables: SourceTables): void {
    for (const family of FAMILIES) {
      const ids = this.suspects.get(family) ?? new Set()
      for (const [id] of this.tables[family].entries()) ids.add(id)
      for (const id of this.tables[family].takeChanges().keys()) ids.add(id)
      this.suspects.set(family, ids)
    }
    this.tables = tables
  }

  /** Brings `visible` up to date and notes each record that changed; returns how many did. */
  collect(visible: VisibleTables, changes: VisibleChanges): number {
    let count = 0
    for (const family of FAMILIES) count += this.collectFamily(family, visible, changes)
    this.suspects.clear()
    return count
  }

  private collectFamily<F extends Family>(family: F, visible: VisibleTables, changes: VisibleChanges): number {
    const table = this.tables[family]
    const records: Map<string, Families[F]> = visible[family]
    const noted: Map<string, Change<Families[F]>> = changes[family]
    const sizeBefore = noted.size
    const note = (id: string, change: Change<Families[F]>) => {
      if (change.after) records.set(id, change.after)
      else records.delete(id)
      noted.set(id, change)
    }
    const touched = table.takeChanges()
    const suspects = this.suspects.get(family)
    if (!suspects) for (const [id, change] of touched) note(id, change)
    // The tables are others than those that the visible records came from: those count.
    for (const id of suspects ? new Set([...suspects, ...touched.keys()]) : []) {
      const change = { before: records.get(id), after: table.get(id) }
      if (!sameValue(change.before, change.after)) note(id, change)
    }
    return noted.size - sizeBefore
  }
}
