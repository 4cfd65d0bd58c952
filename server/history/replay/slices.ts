import type { Changes } from '@/lib/diff/types'
import { familiesOf } from '@/lib/domain/live-state'
import { RECORDED_FAMILIES } from './recorded'

/** Records in one slice: some milliseconds to write down. */
const SLICE = 500

/** What a flush changed, in pieces for turns of their own; a first load or a resync has thousands of records. */
export function* slicesOf(changes: Changes, size = SLICE): Generator<Changes> {
  const count = RECORDED_FAMILIES.reduce((sum, family) => sum + changes[family].size, 0)
  if (count <= size) return yield changes
  for (const family of RECORDED_FAMILIES) {
    const entries = [...changes[family]]
    for (let from = 0; from < entries.length; from += size)
      yield { ...nothing(), [family]: new Map(entries.slice(from, from + size) as never) }
  }
}

function nothing(): Changes {
  return familiesOf(() => new Map()) as Changes
}
