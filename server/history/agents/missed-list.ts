import type { Ring, Visit } from '@/lib/domain/visit'
import type { Database } from '@/server/db/types'
import { inPieces } from '../reports/pieces'
import type { Span } from '../reports/span'
import { visitOf } from '../visits/visit-rows'
import { visitsMissed } from './missed-rings'

/** A phone that rang and was not answered: which of the visit's rings. */
export type MissedRing = { visit: Visit; ring: Ring; index: number }

export type MissedWanted = Span & {
  queues: readonly string[]
  /** `null`: whoever. */
  agent: string | null
}

/**
 * The very rings that `missedIn` counts, queue by queue.
 * @throws whatever `signal` gives as its reason, once it is aborted
 */
export async function* missedRingsIn(
  database: Database,
  { queues, agent, ...span }: MissedWanted,
  signal?: AbortSignal,
): AsyncGenerator<MissedRing> {
  const wanted = agent?.toLowerCase()
  for (const queue of queues) {
    const read = (piece: Span) => visitsMissed(database, queue, piece).selectAll().execute()
    for await (const rows of inPieces(database, queue, span, read, (found) => found.length, signal)) {
      for (const visit of rows.map(visitOf)) {
        for (const [index, ring] of visit.rings.entries()) {
          const isOfAgent = wanted === undefined || ring.interface.toLowerCase() === wanted
          if (ring.outcome === 'noAnswer' && isOfAgent) yield { visit, ring, index }
        }
      }
    }
  }
}
