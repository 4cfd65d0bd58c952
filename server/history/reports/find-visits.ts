import type { Visit } from '@/lib/domain/visit'
import type { Database } from '@/server/db/types'
import { visitOf } from '../visits/visit-rows'
import type { Span } from './span'

/** So many visits are read at a time, so that no report holds the process up. */
const AT_ONCE = 2_000

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
  }
}

function pageOf({ db }: Database, filter: VisitFilter, after: { at: number; id: string }) {
  const { to, queues, endings, agent, numberKey } = filter
  let query = db
    .selectFrom('visits')
    .selectAll()
    .where('left_at', '<', to)
    .where('ending', 'is not', null)
    .where(({ eb, or, and }) =>
      or([eb('left_at', '>', after.at), and([eb('left_at', '=', after.at), eb('id', '>', after.id)])]),
    )
  if (queues !== null) query = query.where('queue', 'in', queues.length > 0 ? [...queues] : [''])
  if (endings !== undefined) query = query.where('ending', 'in', [...endings])
  if (agent !== undefined) query = query.where('agent', '=', agent)
  if (numberKey !== undefined) query = query.where('number_key', '=', numberKey)
  return query.orderBy('left_at').orderBy('id').limit(AT_ONCE).execute()
}
