import { sql } from 'kysely'
import { openDatabase } from '@/server/db/open'
import type { Database } from '@/server/db/types'

/** To build an index of a year's visits takes minutes. */
const STATEMENT_MS = 3_600_000

/** Opens a database once more, to write as much as a year into it at once; then it stands as if that year had passed. */
export async function filling(where: string, fill: (database: Database) => Promise<void>): Promise<void> {
  const database = await openDatabase(where, { statementMs: STATEMENT_MS })
  const { kind, db } = database
  try {
    if (kind === 'sqlite') {
      // A cut of power costs the benchmark, and nothing else.
      await sql`pragma synchronous = off`.execute(db)
      await sql`pragma cache_size = ${sql.lit(-500_000)}`.execute(db)
    }
    await fill(database)
    // PostgreSQL does so by itself, now and then.
    await (kind === 'sqlite' ? sql`pragma wal_checkpoint(truncate)` : sql`vacuum analyze`).execute(db)
  } finally {
    await database.close()
  }
}
