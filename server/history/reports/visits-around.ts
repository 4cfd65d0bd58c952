import type { Visit } from '@/lib/domain/visit'
import type { Database } from '@/server/db/types'
import { numberKey } from '../number-key'
import { visitOf } from '../visits/visit-rows'
import type { Span } from './span'

/** A caller who goes round in queues is followed so far, each way. */
const MOST_LINKS = 50
const MOST_OTHERS = 20

/** One visit, and from where it is known: `null` as it happened, else what the import wrote. */
export async function visitById({ db }: Database, id: string): Promise<{ visit: Visit; from: string | null } | null> {
  const row = await db.selectFrom('visits').selectAll().where('id', '=', id).executeTakeFirst()
  return row === undefined ? null : { visit: visitOf(row), from: row.known_from }
}

/** The visits of one call, from queue to queue, in their order; `visit` is one of them. */
export async function visitsOfCall({ db }: Database, visit: Visit): Promise<Visit[]> {
  const call = [visit]
  for (let first = visit; first.previous !== null && call.length < MOST_LINKS; ) {
    const row = await db.selectFrom('visits').selectAll().where('id', '=', first.previous).executeTakeFirst()
    if (row === undefined || call.some(({ id }) => id === row.id)) break
    first = visitOf(row)
    call.unshift(first)
  }
  for (let last = visit; call.length < 2 * MOST_LINKS; ) {
    const next = db.selectFrom('visits').selectAll().where('previous', '=', last.id).orderBy('entered_at').limit(1)
    const row = await next.executeTakeFirst()
    if (row === undefined || call.some(({ id }) => id === row.id)) break
    last = visitOf(row)
    call.push(last)
  }
  return call
}

/** Visits of the same number by other calls, the newest first, and how many there are; `queues` `null`: of all. */
export async function visitsOfNumber(
  { db }: Database,
  { number, uniqueid, pbx }: Visit,
  { from, to }: Span,
  queues: readonly string[] | null,
): Promise<{ visits: Visit[]; total: number }> {
  const key = numberKey(number)
  if (key === null) return { visits: [], total: 0 }
  let all = db
    .selectFrom('visits')
    .where('number_key', '=', key)
    .where('left_at', '>=', from)
    .where('left_at', '<', to)
    .where(({ eb, or }) => or([eb('uniqueid', '<>', uniqueid), eb('pbx', '<>', pbx)]))
  if (queues !== null) all = all.where('queue', 'in', queues.length > 0 ? [...queues] : [''])
  const { total } = await all.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await all.selectAll().orderBy('left_at', 'desc').limit(MOST_OTHERS).execute()
  return { visits: rows.map(visitOf), total }
}
