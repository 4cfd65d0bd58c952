import * as z from 'zod'
import type { Database } from '@/server/db/types'
import { inPieces } from '../reports/pieces'
import type { Span } from '../reports/span'

const ringsSchema = z.array(z.object({ interface: z.string(), outcome: z.string().nullable() }))

type Wanted = Span & { queues: readonly string[]; agent: string | null }

/**
 * How often each agent's phone rang and nobody answered, by interface without case, of the visits that ended waiting in a range.
 * @throws whatever `signal` gives as its reason, once it is aborted
 */
export async function missedRings(
  database: Database,
  { queues, agent, ...span }: Wanted,
  signal?: AbortSignal,
): Promise<Map<string, number>> {
  const missed = new Map<string, number>()
  for (const queue of queues) {
    const read = (piece: Span) => rowsOf(database, queue, piece)
    for await (const rows of inPieces(database, queue, span, read, (found) => found.length, signal)) {
      for (const { rings } of rows) {
        for (const iface of unanswered(rings)) {
          if (agent !== null && agent !== iface) continue
          const key = iface.toLowerCase()
          missed.set(key, (missed.get(key) ?? 0) + 1)
        }
      }
    }
  }
  return missed
}

/** Whose phones rang in vain, one for each time, of the rings of a visit as they are kept. */
export function unanswered(rings: string): string[] {
  return ringsSchema
    .parse(JSON.parse(rings))
    .flatMap(({ interface: iface, outcome }) => (outcome === 'noAnswer' ? iface : []))
}

function rowsOf({ db }: Database, queue: string, { from, to }: Span) {
  return db
    .selectFrom('visits')
    .select('rings')
    .where('queue', '=', queue)
    .where('left_at', '>=', from)
    .where('left_at', '<', to)
    .where('ending', 'is not', null)
    .where('rings', 'like', '%"noAnswer"%')
    .execute()
}
