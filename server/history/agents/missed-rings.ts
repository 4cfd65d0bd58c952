import { sql } from 'kysely'
import * as z from 'zod'
import type { Database } from '@/server/db/types'
import { inPieces } from '../reports/pieces'
import type { Span } from '../reports/span'

const ringsSchema = z.array(z.object({ interface: z.string(), outcome: z.string().nullable() }))

/** How often each agent's phone rang and nobody answered, by interface. */
export type Missed = ReadonlyMap<string, number>

/**
 * Of one queue's visits that ended waiting in a range, piece by piece.
 * @throws whatever `signal` gives as its reason, once it is aborted
 */
export async function* missedIn(
  database: Database,
  queue: string,
  span: Span,
  signal?: AbortSignal,
): AsyncGenerator<Missed> {
  const read = (piece: Span) => visitsMissed(database, queue, piece).select('rings').execute()
  for await (const rows of inPieces(database, queue, span, read, (found) => found.length, signal)) {
    yield counted(rows.flatMap(({ rings }) => unanswered(rings)))
  }
}

function counted(ifaces: readonly string[]): Missed {
  const missed = new Map<string, number>()
  for (const iface of ifaces) missed.set(iface, (missed.get(iface) ?? 0) + 1)
  return missed
}

/** Whose phones rang in vain, one for each time, of the rings of a visit as they are kept. */
export function unanswered(rings: string): string[] {
  return ringsSchema
    .parse(JSON.parse(rings))
    .flatMap(({ interface: iface, outcome }) => (outcome === 'noAnswer' ? iface : []))
}

/** Without a parameter: only so an index of these alone is seen to serve. */
const RANG_IN_VAIN = sql<boolean>`rings like '%"noAnswer"%'`

/** Visits that ended waiting in a span, with a phone that rang in vain. */
export function visitsMissed({ db }: Database, queue: string, { from, to }: Span) {
  return db
    .selectFrom('visits')
    .where('queue', '=', queue)
    .where('left_at', '>=', from)
    .where('left_at', '<', to)
    .where('ending', 'is not', null)
    .where(RANG_IN_VAIN)
}
