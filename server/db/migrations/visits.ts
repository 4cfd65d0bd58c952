import type { Kysely, Migration } from 'kysely'

/** Queue visits, who was turned away, and the gaps in which nothing was seen. */
export function visits(): Migration {
  return {
    async up(db: Kysely<unknown>) {
      await visitTable(db)
      await db.schema
        .createTable('turned_away')
        .addColumn('id', 'text', (c) => c.primaryKey())
        .addColumn('pbx', 'text', (c) => c.notNull())
        .addColumn('uniqueid', 'text', (c) => c.notNull())
        .addColumn('at', 'bigint', (c) => c.notNull())
        .addColumn('why', 'text', (c) => c.notNull())
        .execute()
      await db.schema.createIndex('turned_away_at').on('turned_away').column('at').execute()
      await db.schema
        .createTable('gaps')
        .addColumn('id', 'text', (c) => c.primaryKey())
        .addColumn('pbx', 'text', (c) => c.notNull())
        .addColumn('from_at', 'bigint', (c) => c.notNull())
        .addColumn('to_at', 'bigint')
        .execute()
      await db.schema.createIndex('gaps_to').on('gaps').column('to_at').execute()
    },
  }
}

async function visitTable(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('visits')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('pbx', 'text', (c) => c.notNull())
    .addColumn('queue', 'text', (c) => c.notNull())
    .addColumn('uniqueid', 'text', (c) => c.notNull())
    .addColumn('number', 'text')
    .addColumn('number_key', 'text')
    .addColumn('name', 'text')
    .addColumn('entered_at', 'bigint', (c) => c.notNull())
    .addColumn('position', 'integer', (c) => c.notNull())
    .addColumn('priority', 'integer')
    .addColumn('rings', 'text', (c) => c.notNull())
    .addColumn('left_at', 'bigint')
    .addColumn('ending', 'text')
    .addColumn('agent', 'text')
    .addColumn('agent_name', 'text')
    .addColumn('agent_channel', 'text')
    .addColumn('answered_at', 'bigint')
    .addColumn('talk_ended_at', 'bigint')
    .addColumn('held_ms', 'bigint', (c) => c.notNull())
    .addColumn('ended_by', 'text')
    .addColumn('transferred_to', 'text')
    .addColumn('is_partly_unseen', 'integer', (c) => c.notNull())
    .addColumn('previous', 'text')
    // 1 while the caller waits or talks: what a restart has to pick up again.
    .addColumn('is_open', 'integer', (c) => c.notNull())
    .execute()
  await db.schema.createIndex('visits_left').on('visits').columns(['queue', 'left_at']).execute()
  await db.schema.createIndex('visits_open').on('visits').columns(['is_open']).execute()
  await db.schema.createIndex('visits_agent').on('visits').columns(['agent', 'answered_at']).execute()
  await db.schema.createIndex('visits_number').on('visits').columns(['number_key', 'left_at']).execute()
}
