import type { Kysely, Migration } from 'kysely'

/**
 * From where a visit is known: empty for what was seen as it happened, else what the import of a queue_log wrote. And one
 * agent's visits in the order in which visits are read; by the moment of the answer nobody asks for them.
 */
export function findVisits(): Migration {
  return {
    async up(db: Kysely<unknown>) {
      await db.schema.alterTable('visits').addColumn('known_from', 'text').execute()
      await db.schema.createIndex('visits_agent_in_time').on('visits').columns(['agent', 'left_at', 'id']).execute()
      await db.schema.dropIndex('visits_agent').execute()
    },
  }
}
