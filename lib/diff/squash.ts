import { dictionary, isEmpty, lookUp } from './dictionary'
import { perFamily } from './diff'
import type { LiveDiff, RecordDiff } from './types'

/** One diff that does what `first` and then `second` do; `null` when both are nothing. */
export function squashDiffs(first: LiveDiff | null, second: LiveDiff | null): LiveDiff | null {
  if (first === null || second === null) return first ?? second
  return perFamily((family) => squashFamily(first[family], second[family]) ?? null)
}

function squashFamily<R extends object>(
  first: RecordDiff<R> | undefined,
  second: RecordDiff<R> | undefined,
): RecordDiff<R> | undefined {
  if (first === undefined || second === undefined) return first ?? second
  const put = Object.assign(dictionary<R>(), first.put)
  const patch = Object.assign(dictionary<Partial<R>>(), first.patch)
  const remove = new Set(first.remove)
  for (const id of second.remove ?? []) {
    delete put[id]
    delete patch[id]
    remove.add(id)
  }
  for (const [id, record] of Object.entries(second.put ?? {})) {
    put[id] = record
    delete patch[id]
    remove.delete(id)
  }
  for (const [id, fields] of Object.entries(second.patch ?? {})) {
    const record = lookUp(put, id)
    if (record !== undefined) put[id] = { ...record, ...fields }
    else if (!remove.has(id)) patch[id] = { ...lookUp(patch, id), ...fields } as Partial<R>
  }
  return compact(put, patch, remove)
}

function compact<R>(
  put: Record<string, R>,
  patch: Record<string, Partial<R>>,
  remove: ReadonlySet<string>,
): RecordDiff<R> {
  return {
    ...(isEmpty(put) ? {} : { put }),
    ...(isEmpty(patch) ? {} : { patch }),
    ...(remove.size === 0 ? {} : { remove: [...remove] }),
  }
}
