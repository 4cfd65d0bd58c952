import { sameValue } from './same'

/** The fields of `after` that differ; `null` for none; `'replace'` when a field has gone, which no patch can say. */
export function diffRecord<R extends object>(before: R, after: R): Partial<R> | 'replace' | null {
  if (before === after) return null
  const changed: Partial<R> = {}
  let some = false
  for (const field in before) if (after[field] === undefined) return 'replace'
  for (const field in after) {
    if (before[field] === after[field] || sameValue(before[field], after[field])) continue
    changed[field] = after[field]
    some = true
  }
  return some ? changed : null
}

/** The record with `fields` changed; the very same record when they say nothing new. */
export function patchRecord<R extends object>(record: R, fields: Partial<R>): R {
  for (const field in fields) {
    if (!Object.hasOwn(record, field) || !sameValue(record[field], fields[field])) return { ...record, ...fields }
  }
  return record
}

/** `after`, or `before` itself when both hold the same: what is drawn from it need not be drawn again. */
export function keepReference<R extends object>(before: R | undefined, after: R): R {
  return before !== undefined && diffRecord(before, after) === null ? before : after
}
