import { sqliteCode } from './sqlite/driver'

/** SQLITE_CONSTRAINT_PRIMARYKEY, SQLITE_CONSTRAINT_UNIQUE */
const SQLITE_UNIQUE = new Set([1555, 2067])
/** https://www.postgresql.org/docs/current/errcodes-appendix.html */
const POSTGRES_UNIQUE = '23505'

/** Is it an error because something is there already? */
export function isUniqueViolation(error: unknown): boolean {
  if (SQLITE_UNIQUE.has(sqliteCode(error) ?? 0)) return true
  return error instanceof Error && 'code' in error && error.code === POSTGRES_UNIQUE
}
