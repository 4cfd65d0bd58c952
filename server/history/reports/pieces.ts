import type { Database } from '@/server/db/types'
import { breath } from './breath'
import { firstVisitIn } from './first-visit'
import type { Span } from './span'

/** A piece shall have about so many visits: no report holds the process up. */
const FEW = 4_000
const MANY = 16_000
const FIRST_PIECE_MS = 43_200_000

/** How long pieces are: longer where there are few visits. */
export class PieceLength {
  ms = FIRST_PIECE_MS

  settle(visits: number): void {
    if (visits < FEW) this.ms *= 2
    else if (visits > MANY) this.ms = Math.ceil(this.ms / 2)
  }
}

/**
 * Reads what one queue's visits of a span come to, piece by piece.
 * @param visitsIn how many visits went into what was read
 * @param length what it was, where the same queue's visits were read before
 * @throws whatever `signal` gives as its reason, once it is aborted
 */
export async function* inPieces<T>(
  database: Database,
  queue: string,
  { from, to }: Span,
  read: (piece: Span) => Promise<T>,
  visitsIn: (read: T) => number,
  signal?: AbortSignal,
  length = new PieceLength(),
): AsyncGenerator<T> {
  let at = await firstVisitIn(database, { from, to }, queue)
  while (at !== null && at < to) {
    signal?.throwIfAborted()
    const until = Math.min(to, at + length.ms)
    const piece = await read({ from: at, to: until })
    length.settle(visitsIn(piece))
    yield piece
    at = until
    await breath()
  }
}
