import type { Stretch } from '@/lib/domain/gap'
import type { PbxName } from '@/lib/domain/ids'
import type { Database } from '@/server/db/types'

/** Asterisk's log told of this time: gaps in it are filled. */
export async function keepFilled(database: Database, pbx: PbxName, { from, to }: Stretch): Promise<void> {
  await database.db
    .insertInto('filled')
    .values({ id: `${pbx}|${from}|${to}`, pbx, from_at: from, to_at: to })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Which logs told of the time since a moment. */
export async function filledSince({ db }: Database, pbx: PbxName, from: number): Promise<string[]> {
  const rows = await db.selectFrom('filled').select('id').where('pbx', '=', pbx).where('to_at', '>=', from).execute()
  return rows.map(({ id }) => id)
}

/** All time of which logs told. */
export async function filledOf({ db }: Database, pbx: PbxName): Promise<Stretch[]> {
  const rows = await db.selectFrom('filled').select(['from_at as from', 'to_at as to']).where('pbx', '=', pbx).execute()
  return rows.map(({ from, to }) => ({ from, to }))
}
