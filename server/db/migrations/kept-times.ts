import { type Kysely, type Migration, sql } from 'kysely'
import type { Database } from '../types'
import { throwKeptSumsAwayInTurns } from './kept-sums-in-turns'

/**
 * How long callers waited and talked on days that are over, beside the sums of those days; and an index that tells alone how
 * many were turned away, queue by queue: of a year there may be hundreds of thousands.
 */
export function keptTimes(kind: Database['kind']): Migration {
  return {
    async up(db: Kysely<unknown>) {
      const table = db.schema
        .createTable('kept_times')
        .addColumn('day_id', 'bigint', (c) => c.notNull().references('kept_days.id').onDelete('cascade'))
        .addColumn('part', 'text', (c) => c.notNull())
        .addColumn('counts', 'text', (c) => c.notNull())
        .addColumn('total_ms', 'bigint', (c) => c.notNull())
        .addColumn('longest_ms', 'bigint', (c) => c.notNull())
        .addPrimaryKeyConstraint('kept_times_key', ['day_id', 'part'])
      await (kind === 'sqlite' ? table.modifyEnd(sql`without rowid`) : table).execute()
      await db.schema.createIndex('turned_away_in_time').on('turned_away').columns(['at', 'queue']).execute()
      await db.schema.dropIndex('turned_away_at').execute()
      if (kind === 'postgres') await throwKeptSumsAwayInTurns(db)
    },
  }
}
