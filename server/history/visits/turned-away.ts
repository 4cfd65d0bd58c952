import type { PbxName } from '@/lib/domain/ids'
import type { TurnedAway } from '@/lib/domain/visit'
import type { Database } from '@/server/db/types'
import { numberKey } from '../number-key'

/** Writes down who was turned away; the same again changes nothing. */
export async function keepTurnedAway({ db }: Database, one: TurnedAway): Promise<void> {
  await db
    .insertInto('turned_away')
    .values({ ...one, number_key: numberKey(one.number) })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Who was turned away since a moment (ms), in their order. */
export async function turnedAwaySince({ db }: Database, pbx: PbxName, from: number): Promise<TurnedAway[]> {
  const rows = await db
    .selectFrom('turned_away')
    .selectAll()
    .where('at', '>=', from)
    .where('pbx', '=', pbx)
    .orderBy('at')
    .execute()
  return rows.map(({ number_key: _, ...one }) => ({ ...one, pbx }))
}
