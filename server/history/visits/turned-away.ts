import type { PbxName } from '@/lib/domain/ids'
import type { TurnedAway } from '@/lib/domain/visit'
import type { Tables } from '@/server/db/tables'
import type { Database } from '@/server/db/types'
import { numberKey } from '../number-key'
import { Upserts } from '../upserts'

const UPSERTS = new Upserts<Tables['turned_away']>((db, rows) =>
  db
    .insertInto('turned_away')
    .values([...rows])
    .onConflict((conflict) => conflict.doNothing()),
)

/** Writes down who was turned away; the same again changes nothing. */
export function keepTurnedAway(database: Database, all: readonly TurnedAway[]): Promise<void> {
  return UPSERTS.write(
    database,
    all.map((one) => ({ ...one, number_key: numberKey(one.number) })),
  )
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
