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
  /** How long a statement may take on PostgreSQL, ms; `null`: as long as it takes. */
  statementMs?: number | null
}

/**
 * Opens the database, made and brought up to date as needed. `where`: a file for SQLite (its folder is made), or a
 * `postgres://` URL. Throws what the database says when it cannot be opened or migrated.
 */
export function openDatabase(where: string, options: OpenOptions = {}): Promise<Database> {
  return isPostgresUrl(where) ? openPostgres(where, options) : openSqlite(where)
}

async function openSqlite(path: string): Promise<Database> {
  const db = new Kysely<Tables>({ dialect: sqlite(path) })
  try {
    await migrate(db, 'sqlite')
  } catch (error) {
    await db.destroy()
    throw error
  }
  return { kind: 'sqlite', db, isUniqueViolation, patiently: (work) => work(db), close: () => db.destroy() }
}

/** What takes long has connections of its own: to build an index of a year's visits, and a second process that waits for it. */
async function openPostgres(url: string, { onError = () => {}, ...options }: OpenOptions): Promise<Database> {
  const patiently: Database['patiently'] = async (work) => {
    const db = new Kysely<Tables>({ dialect: postgresDialect(url, { onError, statementMs: null }) })
    return work(db).finally(() => db.destroy())
  }
  await patiently((db) => migrate(db, 'postgres'))
  const db = new Kysely<Tables>({ dialect: postgresDialect(url, { onError, ...options }) })
  return { kind: 'postgres', db, isUniqueViolation, patiently, close: () => db.destroy() }
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
