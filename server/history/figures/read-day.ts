import type { Visit } from '@/lib/domain/visit'
import type { Database } from '@/server/db/types'
import { type Gap, gapsIn } from '../visits/gaps'
import { visitOf } from '../visits/visit-rows'

/** Visits that ended waiting since a moment (ms), without their rings, and the gaps since. */
export async function readDay(
  database: Database,
  pbx: string,
  from: number,
): Promise<{ visits: Visit[]; gaps: Gap[] }> {
  const rows = await database.db
    .selectFrom('visits')
    .selectAll()
    .where('left_at', '>=', from)
    .where('pbx', '=', pbx)
    .orderBy('left_at')
    .execute()
  const gaps = await gapsIn(database, { from, to: Number.MAX_SAFE_INTEGER }, pbx)
  return { visits: rows.map((row) => visitOf({ ...row, rings: '[]' })), gaps }
}
