import type { Gap } from '../visits/gaps'

/** What is known of a chunk without its data. */
export type ChunkSpan = Gap & { id: string; run: string; seq: number; isSnapshot: boolean; bytes: number }

/** `notRunning`: there was no recorder; `lost`: what it recorded is gone. */
export type Hole = Gap & { why: 'notRunning' | 'lost' }

/** Chunks that follow upon each other, the first of them with a picture: any moment in them can be played. */
export type Stretch = Gap & { chunks: readonly ChunkSpan[] }

export type Coverage = { stretches: readonly Stretch[]; holes: readonly Hole[] }

/** Which moments can be played, of chunks in the order of their time; nothing is guessed at in between. */
export function coverageOf(chunks: readonly ChunkSpan[]): Coverage {
  const stretches: { from: number; to: number; chunks: ChunkSpan[] }[] = []
  const holes: Hole[] = []
  let last: ChunkSpan | null = null
  for (const chunk of chunks) {
    const stretch = stretches.at(-1)
    if (stretch && last && follows(chunk, last) && stretch.to === last.to) {
      stretch.chunks.push(chunk)
      stretch.to = chunk.to
    } else if (chunk.isSnapshot) {
      if (stretch && chunk.from > stretch.to)
        holes.push({ from: stretch.to, to: chunk.from, why: whyBetween(stretch.chunks, chunk) })
      stretches.push({ from: chunk.from, to: chunk.to, chunks: [chunk] })
    }
    last = chunk
  }
  return { stretches, holes }
}

function follows(chunk: ChunkSpan, before: ChunkSpan): boolean {
  return chunk.run === before.run && chunk.seq === before.seq + 1 && chunk.from === before.to
}

function whyBetween(before: readonly ChunkSpan[], chunk: ChunkSpan): Hole['why'] {
  return before.at(-1)?.run === chunk.run ? 'lost' : 'notRunning'
}
