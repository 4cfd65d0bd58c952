import type { Kysely, Migration } from 'kysely'

/** From where a visit is known: empty for what was seen as it happened, else what the import of a queue_log wrote. */
export function findVisits(): Migration {
  return {
    async up(db: Kysely<unknown>) {
      await db.schema.alterTable('visits').addColumn('known_from', 'text').execute()
    },
  }
}
