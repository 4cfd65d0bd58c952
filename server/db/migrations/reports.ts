import type { Kysely, Migration } from 'kysely'

/**
 * What reports, long lists of visits, and the way from a visit to the next one of the same caller need to be fast. The
 * first holds all that reports sum, so that they read it alone and not the rows; it begins like the one that it replaces.
 */
export function reports(): Migration {
  return {
    async up(db: Kysely<unknown>) {
      await db.schema.createIndex('visits_sums').on('visits').columns(SUMMED).execute()
      await db.schema.dropIndex('visits_left').execute()
      await db.schema.createIndex('visits_in_time').on('visits').columns(['left_at', 'id']).execute()
      await db.schema.createIndex('visits_previous').on('visits').column('previous').execute()
    },
  }
}

const SUMMED = [
  ...['queue', 'left_at', 'ending', 'entered_at', 'answered_at', 'talk_ended_at', 'held_ms', 'ended_by'],
  ...['agent', 'agent_name'],
]
