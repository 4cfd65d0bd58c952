import { type Kysely, type Migration, sql } from 'kysely'

/** Lost callers: those of the last days found at once, and what people did about them. */
export function lost(): Migration {
  return {
    async up(db) {
      await db.schema.createIndex('turned_away_call').on('turned_away').column('uniqueid').execute()
      await marks(db)
      // Most visits are answered: without those it is small, and its end is all that is read.
      await sql`create index visits_not_answered on visits (left_at, id) where ending <> 'answered'`.execute(db)
      await sql`create index visits_withheld on visits (number_key, uniqueid) where number_key is null`.execute(db)
    },
  }
}

async function marks(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('lost_marks')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('what', 'text', (c) => c.notNull())
    .addColumn('number_key', 'text')
    .addColumn('call', 'text')
    .addColumn('account_id', 'text')
    .addColumn('who', 'text')
    .addColumn('note', 'text')
    .execute()
  await db.schema.createIndex('lost_marks_at').on('lost_marks').column('at').execute()
  await db.schema.createIndex('lost_marks_number').on('lost_marks').column('number_key').execute()
  await db.schema.createIndex('lost_marks_call').on('lost_marks').column('call').execute()
}
