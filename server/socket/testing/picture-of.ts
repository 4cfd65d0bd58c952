import { gunzipSync } from 'node:zlib'
import type { LiveState } from '@/lib/domain/live-state'

/** What the last snapshot held that a bare socket heard. */
export function pictureOf(heard: readonly { event: string; packed?: Uint8Array }[]): LiveState {
  const snapshot = heard.findLast(({ event }) => event === 'snapshot')
  if (snapshot?.packed === undefined) throw new Error('no snapshot was heard')
  return JSON.parse(gunzipSync(snapshot.packed).toString()) as LiveState
}
