import type { Database } from '@/server/db/types'
import type { Gap } from '../visits/gaps'
import type { ChunkSpan } from './coverage'

/** A chunk belongs to a picture that is at most so much older: the recorder makes one every ten minutes. */
export const PICTURE_WITHIN_MS = 15 * 60_000

/** Chunks that touch a span, in the order of their time, without their data. */
export async function chunksIn({ db }: Database, { from, to }: Gap): Promise<ChunkSpan[]> {
  const rows = await db
    .selectFrom('replay_chunks')
    .select(['id', 'run', 'seq', 'from_at', 'to_at', 'is_snapshot', 'bytes'])
    .where('to_at', '>=', from)
    .where('from_at', '<', to)
    .orderBy('from_at')
    .orderBy('run')
    .orderBy('seq')
    .execute()
  return rows.map(({ id, run, seq, from_at, to_at, is_snapshot, bytes }) => {
    return { id, run, seq, from: from_at, to: to_at, isSnapshot: is_snapshot === 1, bytes }
  })
}

/** Chunks that touch a span, and those before it that it takes to play its beginning. */
export function chunksToPlay(database: Database, { from, to }: Gap): Promise<ChunkSpan[]> {
  return chunksIn(database, { from: from - PICTURE_WITHIN_MS, to })
}
