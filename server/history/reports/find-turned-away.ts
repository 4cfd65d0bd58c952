import { type RawBuilder, sql } from 'kysely'
import type { TurnedAwaySort } from '@/lib/protocol/turned-away'
import type { Database } from '@/server/db/types'
import { type TurnedAwayAsked, turnedAwayOf } from './turned-away'

export type TurnedAwayOrder = { sort: TurnedAwaySort; down: boolean }

const KEYS: Readonly<Record<TurnedAwaySort, RawBuilder<unknown>>> = {
  time: sql`at`,
  queue: sql`coalesce(queue, '')`,
  why: sql`why`,
  number: sql`coalesce(number_key, '')`,
}

/** Those who were turned away, in an order, from a place in it on; of those that are alike the earliest first. */
export function turnedAwayPage(
  database: Database,
  asked: TurnedAwayAsked,
  { sort, down }: TurnedAwayOrder,
  { limit, offset = 0 }: { limit: number; offset?: number },
) {
  const direction = sql.raw(down ? 'desc' : 'asc')
  return turnedAwayOf(database, asked)
    .selectAll()
    .orderBy(sql`${KEYS[sort]} ${direction}`)
    .orderBy('at')
    .orderBy('id')
    .limit(limit)
    .offset(offset)
    .execute()
}

/** All of them, read piece by piece. */
export async function* allTurnedAway(
  database: Database,
  asked: TurnedAwayAsked,
  order: TurnedAwayOrder,
  atOnce = 1_000,
) {
  for (let offset = 0; ; offset += atOnce) {
    const rows = await turnedAwayPage(database, asked, order, { limit: atOnce, offset })
    yield* rows
    if (rows.length < atOnce) return
  }
}
