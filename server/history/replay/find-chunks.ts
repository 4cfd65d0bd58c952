import type { Database } from '@/server/db/types'
import type { Gap } from '../visits/gaps'
import type { ChunkSpan } from './coverage'

/** A chunk belongs to a picture that is at most so much older: the recorder makes one every ten minutes. */
const PICTURE_WITHIN_MS = 15 * 60_000

/** Chunks that touch a span, in the order of their time, without their data. */
export async function chunksIn(database: Database, { from, to }: Gap): Promise<ChunkSpan[]> {
  return spansOf(await spans(database).where('to_at', '>=', from).where('from_at', '<', to).execute())
}

/** Chunks that begin at a moment or later, up to so many. */
export async function chunkPage(database: Database, from: number, limit: number): Promise<ChunkSpan[]> {
  return spansOf(await spans(database).where('from_at', '>=', from).limit(limit).execute())
}

/** Chunks that touch a span, and those before it that it takes to play its beginning. */
export function chunksToPlay(database: Database, { from, to }: Gap): Promise<ChunkSpan[]> {
  return chunksIn(database, { from: from - PICTURE_WITHIN_MS, to })
}

function spans({ db }: Database) {
  return db
    .selectFrom('replay_chunks')
    .select(['id', 'run', 'seq', 'from_at', 'to_at', 'is_snapshot', 'bytes'])
    .orderBy('from_at')
    .orderBy('to_at')
    .orderBy('seq')
}

function spansOf(rows: Awaited<ReturnType<ReturnType<typeof spans>['execute']>>): ChunkSpan[] {
  return rows.map(({ id, run, seq, from_at, to_at, is_snapshot, bytes }) => {
    return { id, run, seq, from: from_at, to: to_at, isSnapshot: is_snapshot === 1, bytes }
  })
}
