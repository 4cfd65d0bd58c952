import type { Visit } from '@/lib/domain/visit'
import type { Database } from '@/server/db/types'
import { rowOf } from '../../visits/visit-rows'

/** Makes these the only visits there are. */
export async function keepOnly({ db }: Database, visits: readonly Visit[]): Promise<void> {
  await db.deleteFrom('visits').execute()
  if (visits.length > 0) await db.insertInto('visits').values(visits.map(rowOf)).execute()
}
