import type { Transaction } from 'kysely'
import type { Tables } from '@/server/db/tables'
import type { Span } from '../reports/span'

/** How one kind of sums is made of a day's visits, kept, and read again. */
export type Shelf<T> = {
  /** What is kept of a run of days; `null`: not all of it is kept (any more). */
  read(run: Span): Promise<T | null>
  /** What the visits of a day come to, with all that is kept of it. */
  count(day: Span): Promise<T>
  /** What is asked for of it. */
  asked(day: Span, all: T): T
  /** How many rows it makes. */
  rowsOf(all: T): number
  write(tx: Transaction<Tables>, days: readonly { id: number; all: T }[]): Promise<void>
  /** Can a day be read together with a run before it? Left out: always. */
  continues?(run: Span, day: Span): boolean
}
