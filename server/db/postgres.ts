import { PostgresDialect } from 'kysely'
import pg from 'pg'
import { surePool } from './sure-pool'

/** int8 and numeric come as text by default, because they may be longer than a number; ours are moments and counts. */
const INT8 = 20
const NUMERIC = 1700

/** A statement of ours takes much less; one that waits for a lock so long is given up. */
const STATEMENT_MS = 10_000
/** So much longer nothing is heard of a database that is gone. */
const ANSWER_MS = 5_000
/** Whoever went away in the middle of a transaction (a machine without power) holds its locks no longer. */
const IDLE_IN_TRANSACTION_MS = 60_000

type PostgresOptions = {
  /** An idle connection was lost. */
  onError: (error: Error) => void
  /** How long a statement may take; `null`: as long as it takes. */
  statementMs?: number | null
}

/** A pool that gives numbers as numbers and up rather than wait without end. */
export function postgresDialect(
  url: string,
  { onError, statementMs = STATEMENT_MS }: PostgresOptions,
): PostgresDialect {
  const types = new pg.TypeOverrides()
  types.setTypeParser(INT8, Number)
  types.setTypeParser(NUMERIC, Number)
  const pool = new pg.Pool({
    connectionString: url,
    types,
    max: 8,
    connectionTimeoutMillis: 5_000,
    ...(statementMs !== null && { query_timeout: statementMs + ANSWER_MS }),
    application_name: 'callboard',
    onConnect: (client) => limit(client, statementMs ?? 0),
  })
  // Without a listener, Node ends the process when the database restarts.
  pool.on('error', onError)
  return new PostgresDialect({ pool: surePool(pool) })
}

/** By the database itself: else it would go on with what nobody waits for any more. Poolers refuse this among what a connection begins with. */
async function limit(client: pg.ClientBase, statementMs: number): Promise<void> {
  await client.query(
    `set statement_timeout = ${statementMs}; set idle_in_transaction_session_timeout = ${IDLE_IN_TRANSACTION_MS}`,
  )
}
