import type { Families, Family } from '@/lib/domain/live-state'

/** What changed in one family: whole new records, changed fields, ids that are gone. Absent parts mean "nothing". */
export type RecordDiff<R> = {
  put?: Record<string, R>
  patch?: Record<string, Partial<R>>
  remove?: string[]
}

/** What changed in a whole picture. */
export type LiveDiff = { [F in Family]?: RecordDiff<Families[F]> }

/** One record before and after: `undefined` is "was not there" or "is gone". */
export type Change<R> = { before: R | undefined; after: R | undefined }

/** Every record touched since the last flush, by family and id. */
export type Changes = { [F in Family]: ReadonlyMap<string, Change<Families[F]>> }
