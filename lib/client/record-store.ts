import type { LiveDiff } from '@/lib/diff/types'
import { FAMILIES, type Families, type Family, familiesOf, type LiveState } from '@/lib/domain/live-state'
import { FamilyRecords } from './family-records'

/** Which ids of which family a message touched. */
export type Touched = ReadonlyMap<Family, ReadonlySet<string>>

/** All records of the view, by family. Changed in place; every record and list in it is immutable. */
export class RecordStore {
  private readonly families = familiesOf(() => new FamilyRecords()) as { [F in Family]: FamilyRecords<Families[F]> }

  family<F extends Family>(family: F): FamilyRecords<Families[F]> {
    return this.families[family]
  }

  /** Makes the whole picture equal `state`; records that hold the same stay the very same. */
  replace(state: LiveState): Touched {
    return this.each((family) => this.replaceFamily(family, state))
  }

  /** Merges a diff; `null` (and nothing done) when it changes a record that is not here: then something was missed. */
  merge(diff: LiveDiff): Touched | null {
    for (const family of FAMILIES) if (!this.fits(family, diff)) return null
    return this.each((family) => this.mergeFamily(family, diff))
  }

  private each(apply: (family: Family) => ReadonlySet<string>): Touched {
    const touched = new Map<Family, ReadonlySet<string>>()
    for (const family of FAMILIES) {
      const ids = apply(family)
      if (ids.size > 0) touched.set(family, ids)
    }
    return touched
  }

  private fits(family: Family, diff: LiveDiff): boolean {
    const part = diff[family]
    return (
      part?.patch === undefined || Object.keys(part.patch).every((id) => this.families[family].get(id) !== undefined)
    )
  }

  private replaceFamily<F extends Family>(family: F, state: LiveState): ReadonlySet<string> {
    return this.family(family).replace(state[family])
  }

  private mergeFamily<F extends Family>(family: F, diff: LiveDiff): ReadonlySet<string> {
    const part: LiveDiff[F] = diff[family]
    return part === undefined ? NONE : this.family(family).merge(part)
  }
}

const NONE: ReadonlySet<string> = new Set()
