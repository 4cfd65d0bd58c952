import { type Kysely, type Migration, sql } from 'kysely'
import type { Database } from '../types'

/**
 * PostgreSQL reads sums from their index alone where a vacuum has seen that all rows of a page are visible; else it looks at
 * each row, which takes fifty times as long. By itself it comes when a fifth of a table is new: of a year's visits, after
 * months.
 */
export function visibleVisits(kind: Database['kind']): Migration {
  return {
    async up(db: Kysely<unknown>) {
      if (kind !== 'postgres') return
      const { rows } = await sql<{ version: number }>`
        select current_setting('server_version_num')::int as version`.execute(db)
      const settings = (rows[0]?.version ?? 0) < KNOWS_INSERTS ? CHANGES : [...CHANGES, ...INSERTS]
      await sql`alter table visits set (${sql.raw(settings.join(', '))})`.execute(db)
    },
  }
}

/** From this version on rows that are only added call for a vacuum, too. */
const KNOWS_INSERTS = 130_000
const CHANGES = ['autovacuum_vacuum_scale_factor = 0', 'autovacuum_vacuum_threshold = 20000']
const INSERTS = ['autovacuum_vacuum_insert_scale_factor = 0', 'autovacuum_vacuum_insert_threshold = 20000']
