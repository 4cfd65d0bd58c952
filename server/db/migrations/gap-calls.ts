import type { Kysely, Migration } from 'kysely'

/**
 * Who was turned away, and from which queue. What Asterisk's own counters say of gaps: how they stood last (which outlives
 * a kill), and how they grew across each. Which spans of time were filled from Asterisk's log.
 */
export function gapCalls(): Migration {
  return {
    async up(db: Kysely<unknown>) {
      for (const column of ['queue', 'number', 'number_key', 'name']) {
        await db.schema.alterTable('turned_away').addColumn(column, 'text').execute()
      }
      await db.schema.createIndex('turned_away_number').on('turned_away').column('number_key').execute()
      await db.schema
        .createTable('queue_counters')
        .addColumn('id', 'text', (c) => c.primaryKey())
        .addColumn('pbx', 'text', (c) => c.notNull())
        .addColumn('queue', 'text', (c) => c.notNull())
        .addColumn('at', 'bigint', (c) => c.notNull())
        .addColumn('completed', 'integer', (c) => c.notNull())
        .addColumn('abandoned', 'integer', (c) => c.notNull())
        .addColumn('since_at', 'bigint')
        .execute()
      await callsTable(db)
      await db.schema
        .createTable('filled')
        .addColumn('id', 'text', (c) => c.primaryKey())
        .addColumn('pbx', 'text', (c) => c.notNull())
        .addColumn('from_at', 'bigint', (c) => c.notNull())
        .addColumn('to_at', 'bigint', (c) => c.notNull())
        .execute()
      await db.schema.createIndex('filled_to').on('filled').column('to_at').execute()
    },
  }
}

async function callsTable(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('gap_calls')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('pbx', 'text', (c) => c.notNull())
    .addColumn('queue', 'text', (c) => c.notNull())
    .addColumn('gap_id', 'text', (c) => c.notNull())
    .addColumn('from_at', 'bigint', (c) => c.notNull())
    .addColumn('to_at', 'bigint', (c) => c.notNull())
    .addColumn('completed', 'integer', (c) => c.notNull())
    .addColumn('abandoned', 'integer', (c) => c.notNull())
    .addColumn('counters_restarted', 'integer', (c) => c.notNull())
    .addColumn('late_completed', 'integer', (c) => c.notNull())
    .addColumn('known_completed', 'integer', (c) => c.notNull())
    .addColumn('known_abandoned', 'integer', (c) => c.notNull())
    .addColumn('known_unclear', 'integer', (c) => c.notNull())
    .execute()
  await db.schema.createIndex('gap_calls_to').on('gap_calls').column('to_at').execute()
  await db.schema.createIndex('gap_calls_gap').on('gap_calls').column('gap_id').execute()
}
