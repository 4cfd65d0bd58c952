import type { LiveState } from '@/lib/domain/live-state'

/** Unpacks a snapshot: JSON packed by gzip. Rejects what is neither. */
export async function inflateState(packed: Uint8Array): Promise<LiveState> {
  const stream = new Blob([packed as BlobPart]).stream().pipeThrough(new DecompressionStream('gzip'))
  return (await new Response(stream).json()) as LiveState
}
