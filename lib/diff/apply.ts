import { FAMILIES, type Family, type LiveState } from '@/lib/domain/live-state'
import { dictionary, lookUp } from './dictionary'
import { keepReference, patchRecord } from './record'
import type { LiveDiff, RecordDiff } from './types'

/** The picture after `diff`. Pure; families and records that it leaves as they are keep their references. */
export function applyDiff(state: LiveState, diff: LiveDiff): LiveState {
  let next = state
  function apply<F extends Family>(family: F): void {
    const part = diff[family]
    if (part === undefined) return
    const before = state[family]
    const after = applyFamily(before, part)
    if (after !== before) next = { ...next, [family]: after }
  }
  for (const family of FAMILIES) apply(family)
  return next
}

function applyFamily<R extends object>(records: Record<string, R>, diff: RecordDiff<R>): Record<string, R> {
  let after = records
  const draft = (): Record<string, R> => {
    if (after === records) after = Object.assign(dictionary<R>(), records)
    return after
  }
  for (const id of diff.remove ?? []) if (Object.hasOwn(after, id)) delete draft()[id]
  for (const [id, record] of Object.entries(diff.put ?? {})) {
    const before = lookUp(after, id)
    if (before === undefined || keepReference(before, record) !== before) draft()[id] = record
  }
  for (const [id, fields] of Object.entries(diff.patch ?? {})) {
    const record = lookUp(after, id)
    if (record === undefined) continue
    const patched = patchRecord(record, fields)
    if (patched !== record) draft()[id] = patched
  }
  return after
}
