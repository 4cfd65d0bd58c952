import type { Stretch } from '@/lib/domain/gap'
import type { PbxName } from '@/lib/domain/ids'
import type { Database } from '@/server/db/types'
import { reckonGapCalls } from '../visits/gap-calls'

/** Asterisk's log told of this time: gaps in it are filled, and what its counters know more is counted anew. */
export async function keepFilled(database: Database, pbx: PbxName, { from, to }: Stretch): Promise<void> {
  await database.db
    .insertInto('filled')
    .values({ id: `${pbx}|${from}|${to}`, pbx, from_at: from, to_at: to })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await reckonGapCalls(database, pbx, { from, to })
}

/** Which logs told of the time since a moment. */
export async function filledSince({ db }: Database, pbx: PbxName, from: number): Promise<string[]> {
  const rows = await db.selectFrom('filled').select('id').where('pbx', '=', pbx).where('to_at', '>=', from).execute()
  return rows.map(({ id }) => id)
}
