import { type Kysely, type Migration, sql } from 'kysely'
import type { Database } from '../types'
import { LONGEST_DAY_MS, throwKeptSumsAway } from './kept-sums-triggers'

/**
 * Sums of days that are over, so that a report of a year need not read its visits. Nothing here is the truth: what touches
 * a visit throws away its day, in the same transaction.
 */
export function keptSums(kind: Database['kind']): Migration {
  return {
    async up(db: Kysely<unknown>) {
      await daysTable(db, kind)
      await sumsTable(db, kind)
      await throwKeptSumsAway(db, kind)
    },
  }
}

async function daysTable(db: Kysely<unknown>, kind: Database['kind']): Promise<void> {
  await db.schema
    .createTable('kept_days')
    // Never used twice: it is how who sums a day knows that nobody touched it meanwhile.
    .addColumn('id', kind === 'sqlite' ? 'integer' : 'bigint', (c) =>
      kind === 'sqlite' ? c.primaryKey().autoIncrement() : c.primaryKey().generatedByDefaultAsIdentity(),
    )
    .addColumn('queue', 'text', (c) => c.notNull())
    .addColumn('from_at', 'bigint', (c) => c.notNull())
    .addColumn('to_at', 'bigint', (c) => c.notNull())
    .addColumn('apart', 'text', (c) => c.notNull())
    .addColumn('rules', 'text', (c) => c.notNull())
    .addColumn('is_kept', 'integer', (c) => c.notNull())
    .addCheckConstraint('kept_days_length', sql`to_at > from_at and to_at - from_at <= ${sql.lit(LONGEST_DAY_MS)}`)
    .execute()
  await db.schema
    .createIndex('kept_days_key')
    .on('kept_days')
    .columns(['queue', 'from_at', 'to_at', 'apart'])
    .unique()
    .execute()
  await db.schema.createIndex('kept_days_to').on('kept_days').column('to_at').execute()
}

async function sumsTable(db: Kysely<unknown>, kind: Database['kind']): Promise<void> {
  const table = db.schema
    .createTable('kept_sums')
    .addColumn('day_id', 'bigint', (c) => c.notNull().references('kept_days.id').onDelete('cascade'))
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('agent', 'text', (c) => c.notNull())
    .addColumn('ending', 'text', (c) => c.notNull())
    .addColumn('agent_name', 'text')
    .addColumn('visits', 'integer', (c) => c.notNull())
    .addColumn('in_time', 'integer', (c) => c.notNull())
    .addColumn('short', 'integer', (c) => c.notNull())
    .addColumn('short_in_time', 'integer', (c) => c.notNull())
    .addColumn('wait_ms', 'bigint', (c) => c.notNull())
    .addColumn('longest_wait_ms', 'bigint', (c) => c.notNull())
    .addColumn('talks', 'integer', (c) => c.notNull())
    .addColumn('talk_ms', 'bigint', (c) => c.notNull())
    .addColumn('held_ms', 'bigint', (c) => c.notNull())
    .addColumn('transfers', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('kept_sums_key', ['day_id', 'at', 'agent', 'ending'])
  await (kind === 'sqlite' ? table.modifyEnd(sql`without rowid`) : table).execute()
}
