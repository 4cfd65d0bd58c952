import { sql } from 'kysely'
import type { Visit } from '@/lib/domain/visit'
import type { Database } from '@/server/db/types'
import { visitOf } from '../visits/visit-rows'
import { breath } from './breath'
import type { Span } from './span'

/** So many visits are read at a time, so that no report holds the process up. */
const AT_ONCE = 1_000

/** Which visits: those that ended waiting in a span; `queues` `null`: of all. */
export type VisitFilter = Span & {
  queues: readonly string[] | null
  endings?: readonly string[]
  agent?: string
  /** Digits of a number, of its end. */
  numberKey?: string
}

/** Visits by the moment at which they ended waiting, the oldest first, read piece by piece. */
export async function* visitsIn(database: Database, filter: VisitFilter): AsyncGenerator<Visit> {
  let after: { at: number; id: string } = { at: filter.from - 1, id: '' }
  for (;;) {
    const rows = await pageOf(database, filter, after)
    for (const row of rows) yield visitOf(row)
    const last = rows.at(-1)
    if (last === undefined || last.left_at === null || rows.length < AT_ONCE) return
    after = { at: last.left_at, id: last.id }
    await breath()
  }
}

function pageOf(database: Database, filter: VisitFilter, after: { at: number; id: string }) {
  return found(database, { ...filter, from: Math.max(filter.from, after.at) })
    .selectAll()
    .where(({ eb, or, and }) =>
      or([eb('left_at', '>', after.at), and([eb('left_at', '=', after.at), eb('id', '>', after.id)])]),
    )
    .orderBy('left_at')
    .orderBy('id')
    .limit(AT_ONCE)
    .execute()
}

/** One page of visits, the oldest first, and how many there are. */
export async function visitPage(
  database: Database,
  filter: VisitFilter,
  skipped: number,
  limit: number,
): Promise<{ page: Visit[]; total: number }> {
  const all = found(database, filter)
  const { total } = await all.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await all.selectAll().orderBy('left_at').orderBy('id').offset(skipped).limit(limit).execute()
  return { page: rows.map(visitOf), total }
}

function found({ db }: Database, { from, to, queues, endings, agent, numberKey }: VisitFilter) {
  let query = db
    .selectFrom('visits')
    .where('left_at', '>=', from)
    .where('left_at', '<', to)
    .where('ending', 'is not', null)
  if (queues?.length === 1) query = query.where('queue', '=', queues[0] ?? '')
  // Of several queues visits are read in the order of time: by the index of queues, each page would sort all of them.
  else if (queues !== null) query = query.where(sql`queue || ''`, 'in', queues.length > 0 ? [...queues] : [''])
  if (endings !== undefined) query = query.where('ending', 'in', [...endings])
  if (agent !== undefined) query = query.where('agent', '=', agent)
  if (numberKey !== undefined) query = query.where('number_key', '=', numberKey)
  return query
}
