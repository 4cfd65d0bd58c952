import { unseenParts } from '@/lib/domain/gap'
import type { PbxName } from '@/lib/domain/ids'
import type { TurnedAway, Visit } from '@/lib/domain/visit'
import type { Database } from '@/server/db/types'
import { type Gap, gapsIn } from '../visits/gaps'
import { turnedAwaySince } from '../visits/turned-away'
import { visitOf } from '../visits/visit-rows'

/** Visits that ended waiting since a moment (ms), without their rings, who was turned away, and what nobody saw since. */
export async function readDay(
  database: Database,
  pbx: PbxName,
  from: number,
): Promise<{ visits: Visit[]; turnedAway: TurnedAway[]; gaps: Gap[] }> {
  const rows = await database.db
    .selectFrom('visits')
    .selectAll()
    .where('left_at', '>=', from)
    .where('pbx', '=', pbx)
    .orderBy('left_at')
    .execute()
  const found = await gapsIn(database, { from, to: Number.MAX_SAFE_INTEGER }, pbx)
  const visits = rows.map((row) => visitOf({ ...row, rings: '[]' }))
  return { visits, turnedAway: await turnedAwaySince(database, pbx, from), gaps: found.flatMap(unseenParts) }
}
