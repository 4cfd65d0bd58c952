import { existsSync } from 'node:fs'
import { isPostgresUrl } from '@/server/db/open'

/** What a command says of a database that it could not use; throws what is no fault of the database. */
export function databaseWords(error: unknown, database: string): string {
  if (!(error instanceof Error && ('code' in error || 'errcode' in error))) throw error
  const said = error.message || String('code' in error ? error.code : error.name)
  return `The database ${placeOf(database)} cannot be used: ${said}.`
}

/** `null`: there may be one. A command that only looks for something makes none. */
export function missingDatabase(database: string): string | null {
  if (isPostgresUrl(database) || existsSync(database)) return null
  return `There is no database ${database} yet. Is this the configuration that the server runs with?`
}

/** Without user and password. */
function placeOf(database: string): string {
  if (!isPostgresUrl(database)) return database
  const { host, pathname } = new URL(database)
  return `${host}${pathname}`
}
