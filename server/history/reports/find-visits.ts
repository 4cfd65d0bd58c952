import { type RawBuilder, sql } from 'kysely'
import type { Database } from '@/server/db/types'
import { type Behind, standsBehind } from './behind'
import { Pace } from './pace'
import { findsSought, hasNumber, type Sought } from './sought'
import type { Span } from './span'
import type { Watch } from './watch'
import { conditionsOf, type Within } from './within'

/** Which visits: those that ended waiting in a span; `queues` `null`: of all. What is left out does not matter. */
export type VisitFilter = Span &
  Within & {
    queues: readonly string[] | null
    endings?: readonly string[]
    agent?: string
    /** The caller's whole number. */
    number?: Sought
    /** Somewhere in a number or a name. */
    text?: Sought
    transferred?: boolean
    /** Some part of it was not seen live. */
    unseen?: boolean
    /** The same number came by another call as well, among what is asked for. */
    repeat?: boolean
    behind?: Behind
  }

/** A place in a list of visits: after, or before, this one. */
export type Place = { key: number | string; id: string }

type Walk = { down: boolean; after: Place | null; atOnce: number }

/** Rows in the order of time, or backwards, without a step over those before; some at once, as they are found. */
export async function* rowsInTime(
  database: Database,
  filter: VisitFilter,
  { down, after, atOnce }: Walk,
  watch: Watch = {},
) {
  const pace = new Pace()
  let last = after
  for await (const stretch of pace.stretches(database, startingAt(filter, down, after), down, watch)) {
    for (;;) {
      const rows = await pace.read(() => rowsAfter(database, { ...filter, ...stretch }, { down, after: last, atOnce }))
      const end = rows.at(-1)
      if (end === undefined || end.left_at === null) break
      yield rows
      last = { key: end.left_at, id: end.id }
      if (rows.length < atOnce) break
      watch.signal?.throwIfAborted()
    }
  }
}

function startingAt({ from, to }: Span, down: boolean, after: Place | null): Span {
  if (after === null) return { from, to }
  const at = Number(after.key)
  return down ? { from, to: Math.min(to, at + 1) } : { from: Math.max(from, at), to }
}

function rowsAfter(database: Database, filter: VisitFilter, { down, after, atOnce }: Walk) {
  const direction = down ? 'desc' : 'asc'
  let query = found(database, filter).selectAll()
  if (after !== null) query = query.where(beyond(sql`left_at`, sql`id`, after, down))
  return query.orderBy('left_at', direction).orderBy('id', direction).limit(atOnce).execute()
}

/** What comes after a place in the order of `key` and then `id`. */
export function beyond(
  key: RawBuilder<unknown>,
  id: RawBuilder<unknown>,
  place: Place,
  down: boolean,
): RawBuilder<boolean> {
  const past = sql.raw(down ? '<' : '>')
  return sql`(${key} ${past} ${place.key} or (${key} = ${place.key} and ${id} ${past} ${place.id}))`
}

/** How many there are. */
export async function countVisits(database: Database, filter: VisitFilter, watch: Watch = {}): Promise<number> {
  const pace = new Pace()
  let total = 0
  for await (const stretch of pace.stretches(database, filter, false, watch)) {
    const count = found(database, filter, stretch).select(({ fn }) => fn.countAll<number>().as('count'))
    total += (await pace.read(() => count.executeTakeFirstOrThrow())).count
  }
  return total
}

/** Those of a stretch of the filter's span. */
export function found({ db }: Database, filter: VisitFilter, stretch: Span = filter) {
  const { queues, endings, agent, number, text, behind } = filter
  let query = db
    .selectFrom('visits')
    .where('left_at', '>=', stretch.from)
    .where('left_at', '<', stretch.to)
    .where('ending', 'is not', null)
  if (queues?.length === 1) query = query.where('queue', '=', queues[0] ?? '')
  // Of several queues visits are read in the order of time: by the index of queues, each page would sort all of them.
  else if (queues !== null) query = query.where(sql`queue || ''`, 'in', queues.length > 0 ? [...queues] : [''])
  if (endings !== undefined) query = query.where('ending', 'in', endings.length > 0 ? [...endings] : [''])
  if (agent !== undefined) query = query.where('agent', '=', agent)
  if (number !== undefined) query = query.where(hasNumber(number))
  if (text !== undefined) query = query.where(findsSought(text))
  for (const condition of conditionsOf(filter)) query = query.where(condition)
  if (filter.transferred) query = query.where('ended_by', '=', 'transfer')
  if (filter.unseen) query = query.where('is_partly_unseen', '=', 1)
  if (filter.repeat) query = query.where(cameAgain(filter))
  if (behind !== undefined) query = query.where(standsBehind(behind))
  return query
}

/**
 * A transfer to another queue is the same call, and nobody who came again. Looked up for each visit by its number: without the
 * offset PostgreSQL would put all visits of the range into a hash, a year's for each stretch.
 */
function cameAgain({ from, to, queues }: VisitFilter): RawBuilder<boolean> {
  const inQueues =
    queues === null ? sql`` : sql` and other.queue in (${sql.join(queues.length > 0 ? [...queues] : [''])})`
  return sql`exists (select 1 from visits as other where other.number_key = visits.number_key
    and other.left_at >= ${from} and other.left_at < ${to} and other.ending is not null
    and (other.uniqueid <> visits.uniqueid or other.pbx <> visits.pbx)${inQueues} limit 1 offset 0)`
}
