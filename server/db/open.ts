import { closeSync, mkdirSync, openSync } from 'node:fs'
import { dirname } from 'node:path'
import { type Dialect, Kysely } from 'kysely'
import { isUniqueViolation } from './errors'
import { migrate } from './migrations'
import { postgresDialect } from './postgres'
import { SqliteDialect } from './sqlite/dialect'
import type { Tables } from './tables'
import type { Database } from './types'

type OpenOptions = {
  /** An idle connection to PostgreSQL was lost; the next query opens another. */
  onError?: (error: Error) => void
  /** How long a statement may take on PostgreSQL, ms. */
  statementMs?: number
}

/**
 * Opens the database, made and brought up to date as needed. `where`: a file for SQLite (its folder is made), or a
 * `postgres://` URL. Throws what the database says when it cannot be opened or migrated.
 */
export async function openDatabase(where: string, options: OpenOptions = {}): Promise<Database> {
  const kind = isPostgresUrl(where) ? 'postgres' : 'sqlite'
  const db = kind === 'postgres' ? await openPostgres(where, options) : await migrated(sqlite(where), kind)
  return { kind, db, isUniqueViolation, close: () => db.destroy() }
}

async function migrated(dialect: Dialect, kind: Database['kind']): Promise<Kysely<Tables>> {
  const db = new Kysely<Tables>({ dialect })
  try {
    await migrate(db, kind)
  } catch (error) {
    await db.destroy()
    throw error
  }
  return db
}

/** By connections of their own: to build an index of a year's visits takes minutes, and a second process waits for that. */
async function openPostgres(url: string, { onError = () => {}, ...options }: OpenOptions): Promise<Kysely<Tables>> {
  const patient = await migrated(postgresDialect(url, { onError, statementMs: null }), 'postgres')
  await patient.destroy()
  return new Kysely<Tables>({ dialect: postgresDialect(url, { onError, ...options }) })
}

export function isPostgresUrl(where: string): boolean {
  return /^postgres(ql)?:\/\//.test(where)
}

/** Nobody else on the machine reads it: password hashes and callers' numbers lie there. */
function sqlite(path: string): Dialect {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  // SQLite gives its log beside it the same mode.
  closeSync(openSync(path, 'a', 0o600))
  return new SqliteDialect(path)
}
