import { type RawBuilder, sql } from 'kysely'
import type { Visit } from '@/lib/domain/visit'
import type { VisitSort } from '@/lib/protocol/visits'
import type { Database } from '@/server/db/types'
import { visitOf } from '../visits/visit-rows'
import { TALK, WAIT } from './expressions'
import { beyond, found, type Place, rowsInTime, type VisitFilter } from './find-visits'
import { Pace } from './pace'
import type { Watch } from './watch'

/** In which order, from which place on, and how many. */
export type PageAsked = { sort: VisitSort; down: boolean; after: Place | null; limit: number }
/** `next`: where the next page begins; `null`: there is none. */
export type VisitPage = { page: Visit[]; next: Place | null }

/** Also told what is found before the page is whole; more is looked for once that is taken. */
type PageWatch = Watch & { show?: ((found: readonly Visit[]) => Promise<void>) | undefined }

/**
 * One page of visits. In the order of time it reads no more than the page; in another order the whole span is looked
 * through, stretch by stretch, and the first ones of each are kept.
 * @throws whatever the watch's `signal` gives as its reason, once it is aborted
 */
export function visitPage(
  database: Database,
  filter: VisitFilter,
  asked: PageAsked,
  watch: PageWatch = {},
): Promise<VisitPage> {
  return asked.sort === 'time' ? inTime(database, filter, asked, watch) : ordered(database, filter, asked, watch)
}

async function inTime(
  database: Database,
  filter: VisitFilter,
  { down, after, limit }: PageAsked,
  watch: PageWatch,
): Promise<VisitPage> {
  const page: Visit[] = []
  for await (const rows of rowsInTime(database, filter, { down, after, atOnce: limit + 1 }, watch)) {
    const found = rows.slice(0, limit - page.length).map(visitOf)
    page.push(...found)
    if (found.length < rows.length) return { page, next: placeInTime(page) }
    await watch.show?.(found)
  }
  return { page, next: null }
}

function placeInTime(page: readonly Visit[]): Place | null {
  const last = page.at(-1)
  return last?.leftAt == null ? null : { key: last.leftAt, id: last.id }
}

async function ordered(database: Database, filter: VisitFilter, asked: PageAsked, watch: Watch): Promise<VisitPage> {
  const { places, next } = await placesIn(database, filter, asked, watch)
  return { page: await visitsOf(database, places), next }
}

/** The first places of an order that is not that of time, or those that come after one. */
export async function placesIn(
  database: Database,
  filter: VisitFilter,
  { sort, down, after, limit }: PageAsked,
  watch: Watch = {},
): Promise<{ places: Place[]; next: Place | null }> {
  const bytewise = bytewiseOn(database)
  const key = KEYS[sort](bytewise)
  const id = bytewise(sql`id`)
  const direction = sql.raw(down ? 'desc' : 'asc')
  const pace = new Pace()
  let best: Place[] = []
  for await (const stretch of pace.stretches(database, filter, false, watch)) {
    let query = found(database, filter, stretch).select([sql<Place['key']>`${key}`.as('key'), 'id'])
    if (after !== null) query = query.where(beyond(key, id, after, down))
    const first = query
      .orderBy(sql`${key} ${direction}`)
      .orderBy(sql`${id} ${direction}`)
      .limit(limit + 1)
    const rows = await pace.read(() => first.execute())
    best = [...best, ...rows].toSorted((one, other) => compare(one, other) * (down ? -1 : 1)).slice(0, limit + 1)
  }
  const places = best.slice(0, limit)
  return { places, next: best.length > limit ? (places.at(-1) ?? null) : null }
}

type Bytewise = (text: RawBuilder<unknown>) => RawBuilder<unknown>

/** Texts in an order that is the same in both databases and here. */
function bytewiseOn({ kind }: Database): Bytewise {
  return kind === 'postgres' ? (text) => sql`(${text}) collate "C"` : (text) => text
}

/** Who never talked comes before whoever did. */
const KEYS: Readonly<Record<VisitSort, (bytewise: Bytewise) => RawBuilder<unknown>>> = {
  time: () => sql`left_at`,
  wait: () => WAIT,
  talk: () => sql`coalesce(${TALK}, -1)`,
  queue: (bytewise) => bytewise(sql`queue`),
  ending: (bytewise) => bytewise(sql`ending`),
  agent: (bytewise) => bytewise(sql`coalesce(agent_name, agent, '')`),
}

function compare(one: Place, other: Place): number {
  return compareKeys(one.key, other.key) || compareKeys(one.id, other.id)
}

function compareKeys(one: Place['key'], other: Place['key']): number {
  if (typeof one === 'number' && typeof other === 'number') return one - other
  return Buffer.compare(Buffer.from(String(one)), Buffer.from(String(other)))
}

/** The visits that stand at places, in their order. */
export async function visitsOf({ db }: Database, places: readonly Place[]): Promise<Visit[]> {
  if (places.length === 0) return []
  const ids = places.map(({ id }) => id)
  const rows = await db.selectFrom('visits').selectAll().where('id', 'in', ids).execute()
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => {
    const row = byId.get(id)
    return row === undefined ? [] : [visitOf(row)]
  })
}
