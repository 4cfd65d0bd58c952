import { PostgresDialect } from 'kysely'
import pg from 'pg'

/** int8 and numeric come as text by default, because they may be longer than a number; ours are moments and counts. */
const INT8 = 20
const NUMERIC = 1700

/** A pool that gives numbers as numbers and up rather than wait without end. `onError`: an idle connection was lost. */
export function postgresDialect(url: string, onError: (error: Error) => void): PostgresDialect {
  const types = new pg.TypeOverrides()
  types.setTypeParser(INT8, Number)
  types.setTypeParser(NUMERIC, Number)
  const pool = new pg.Pool({
    connectionString: url,
    types,
    max: 8,
    connectionTimeoutMillis: 5_000,
    query_timeout: 10_000,
    application_name: 'callboard',
  })
  // Without a listener, Node ends the process when the database restarts.
  pool.on('error', onError)
  return new PostgresDialect({ pool })
}
