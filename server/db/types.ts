import type { Kysely } from 'kysely'
import type { Tables } from './tables'

/** The database of people, rights, audit and what reverts; embedded SQLite, or PostgreSQL by one setting. */
export interface Database {
  readonly kind: 'sqlite' | 'postgres'
  readonly db: Kysely<Tables>
  /** Is it an error because something is there already (23505; SQLite 1555, 2067)? */
  isUniqueViolation(error: unknown): boolean
  /** Does what may take minutes: PostgreSQL gives up any other statement after some seconds. */
  patiently<T>(work: (db: Kysely<Tables>) => Promise<T>): Promise<T>
  close(): Promise<void>
}
