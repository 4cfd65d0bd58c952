import { type Kysely, type Migration, sql } from 'kysely'

/**
 * An index of the visits of which a phone rang in vain: of a year they are some hundredths, and without it all are read to
 * find them. Its condition is that of `visitsMissed`, word for word, or else no database sees that it serves.
 */
export function missedRings(): Migration {
  return {
    async up(db: Kysely<unknown>) {
      await sql`create index visits_rang_in_vain on visits (queue, left_at)
        where rings like '%"noAnswer"%'`.execute(db)
    },
  }
}
