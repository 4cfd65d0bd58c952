/** Do two plain values (what JSON can say) hold the same? */
export function sameValue(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false
  if (Array.isArray(one) !== Array.isArray(other)) return false
  const fields = Object.keys(one)
  if (fields.length !== Object.keys(other).length) return false
  return fields.every(
    (field) =>
      Object.hasOwn(other, field) &&
      sameValue((one as Record<string, unknown>)[field], (other as Record<string, unknown>)[field]),
  )
}

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
