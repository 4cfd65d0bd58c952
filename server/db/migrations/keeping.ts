import type { Kysely, Migration } from 'kysely'

/** Finds visits by their age alone, whatever their queue: the oldest are deleted every hour. */
export function keeping(): Migration {
  return {
    async up(db: Kysely<unknown>) {
      await db.schema.createIndex('visits_entered').on('visits').column('entered_at').execute()
    },
  }
}
