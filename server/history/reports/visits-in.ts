import type { Visit } from '@/lib/domain/visit'
import type { Database } from '@/server/db/types'
import { visitOf } from '../visits/visit-rows'
import { type Place, rowsInTime, type VisitFilter } from './find-visits'
import { type PageAsked, placesIn, visitsOf } from './visit-page'

/** So many visits are read at a time, so that no file holds the process up. */
const AT_ONCE = 1_000
/** So many places are kept of one look through the whole span: few enough to sort at once, and enough for most files. */
const PLACES = 20_000

/** All visits in an order, read piece by piece. */
export async function* visitsIn(
  database: Database,
  filter: VisitFilter,
  { sort, down }: Pick<PageAsked, 'sort' | 'down'>,
  signal?: AbortSignal,
): AsyncGenerator<Visit> {
  if (sort === 'time') {
    for await (const rows of rowsInTime(database, filter, { down, after: null, atOnce: AT_ONCE }, { signal })) {
      yield* rows.map(visitOf)
    }
    return
  }
  let after: Place | null = null
  do {
    const { places, next } = await placesIn(database, filter, { sort, down, after, limit: PLACES }, { signal })
    for (let begin = 0; begin < places.length; begin += AT_ONCE) {
      yield* await visitsOf(database, places.slice(begin, begin + AT_ONCE))
    }
    after = next
  } while (after !== null)
}
