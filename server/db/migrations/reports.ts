import type { Kysely, Migration } from 'kysely'

/** What long lists of visits, and the way from a visit to the next one of the same caller, need to be fast. */
export function reports(): Migration {
  return {
    async up(db: Kysely<unknown>) {
      await db.schema.createIndex('visits_in_time').on('visits').columns(['left_at', 'id']).execute()
      await db.schema.createIndex('visits_previous').on('visits').column('previous').execute()
    },
  }
}
