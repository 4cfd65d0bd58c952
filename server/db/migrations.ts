import { type Kysely, type Migration, Migrator } from 'kysely'
import { people } from './migrations/people'
import { records } from './migrations/records'
import type { Tables } from './tables'
import type { Database } from './types'

/** In their order of names. One that was released is never changed: another follows. */
const MIGRATIONS = (kind: Database['kind']): Record<string, Migration> => ({
  '001-people': people(),
  '002-records': records(kind),
})

/** Brings the tables up to date, all or nothing. */
export async function migrate(db: Kysely<Tables>, kind: Database['kind']): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => MIGRATIONS(kind) } })
  const { error } = await migrator.migrateToLatest()
  if (error) throw error
}
