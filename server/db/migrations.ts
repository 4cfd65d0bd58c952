import { type Kysely, type Migration, Migrator } from 'kysely'
import { agents } from './migrations/agents'
import { findVisits } from './migrations/find-visits'
import { forgotten } from './migrations/forgotten'
import { gapCalls } from './migrations/gap-calls'
import { keeping } from './migrations/keeping'
import { keptAgents } from './migrations/kept-agents'
import { keptSums } from './migrations/kept-sums'
import { keptTimes } from './migrations/kept-times'
import { lost } from './migrations/lost'
import { missedRings } from './migrations/missed-rings'
import { openSpans } from './migrations/open-spans'
import { people } from './migrations/people'
import { records } from './migrations/records'
import { replay } from './migrations/replay'
import { reports } from './migrations/reports'
import { visibleVisits } from './migrations/visible-visits'
import { visits } from './migrations/visits'
import { wrapUps } from './migrations/wrap-ups'
import type { Tables } from './tables'
import type { Database } from './types'

/** In their order of names. One that was released is never changed: another follows. */
const MIGRATIONS = (kind: Database['kind']): Record<string, Migration> => ({
  '001-people': people(),
  '002-records': records(kind),
  '003-visits': visits(),
  '005-keeping': keeping(),
  '006-reports': reports(),
  '007-gap-calls': gapCalls(),
  '008-agents': agents(kind),
  '009-lost': lost(),
  '010-replay': replay(kind),
  '011-find-visits': findVisits(),
  '012-kept-sums': keptSums(kind),
  '013-kept-times': keptTimes(kind),
  '014-kept-agents': keptAgents(kind),
  '015-wrap-ups': wrapUps(kind),
  '017-forgotten': forgotten(),
  '018-open-spans': openSpans(),
  '019-missed-rings': missedRings(),
  '020-visible-visits': visibleVisits(kind),
})

/** Brings the tables up to date, all or nothing. */
export function migrate(db: Kysely<Tables>, kind: Database['kind']): Promise<void> {
  return applyMigrations(db, MIGRATIONS(kind))
}

/** What has not been done yet, in one transaction; throws what the database says. */
export async function applyMigrations(db: Kysely<Tables>, migrations: Record<string, Migration>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } })
  const { error } = await migrator.migrateToLatest()
  if (error) throw error
}
