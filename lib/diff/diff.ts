import { FAMILIES, type Families, type Family, type LiveState } from '@/lib/domain/live-state'
import { lookUp } from './dictionary'
import { FamilyDiff } from './family'
import type { Change, Changes, LiveDiff, RecordDiff } from './types'

/** What someone may see of a record: the record, one with less in it, or `undefined` for nothing. */
export type Project = <F extends Family>(family: F, record: Families[F]) => Families[F] | undefined

/** What leads from one picture to another; `null` when they hold the same. */
export function diffState(before: LiveState, after: LiveState): LiveDiff | null {
  return perFamily((family) => diffFamily(before[family], after[family]))
}

/** What the touched records change for someone who sees them through `project`; `null` for nothing. */
export function diffChanges(changes: Changes, project: Project): LiveDiff | null {
  return perFamily((family) => diffFamilyChanges(family, changes[family], project))
}

/** Builds a diff family by family, leaving out those without an effect. */
export function perFamily(part: <F extends Family>(family: F) => RecordDiff<Families[F]> | null): LiveDiff | null {
  const diff: LiveDiff = {}
  let some = false
  function add<F extends Family>(family: F): void {
    const found = part(family)
    if (found === null) return
    const target: { [K in Family]?: RecordDiff<Families[K]> } = diff
    target[family] = found as LiveDiff[F]
    some = true
  }
  for (const family of FAMILIES) add(family)
  return some ? diff : null
}

function diffFamily<R extends object>(before: Record<string, R>, after: Record<string, R>): RecordDiff<R> | null {
  if (before === after) return null
  const diff = new FamilyDiff<R>()
  for (const id of Object.keys(before)) if (!Object.hasOwn(after, id)) diff.remove(id)
  for (const [id, record] of Object.entries(after)) diff.add(id, { before: lookUp(before, id), after: record })
  return diff.result()
}

function diffFamilyChanges<F extends Family>(
  family: F,
  changes: ReadonlyMap<string, Change<Families[F]>>,
  project: Project,
): RecordDiff<Families[F]> | null {
  if (changes.size === 0) return null
  const diff = new FamilyDiff<Families[F]>()
  for (const [id, { before, after }] of changes) {
    diff.add(id, { before: before && project(family, before), after: after && project(family, after) })
  }
  return diff.result()
}
