import type { Clock } from '@/server/clock'
import type { LiveStore } from '@/server/store/types'

/** A browser doubts the picture after two and a half of these. */
export const HEARTBEAT_MS = 2000

/** Beats every 2 s, and at once when a link changes. Returns the undo. */
export function startHeartbeat(clock: Clock, store: LiveStore, beat: () => void): () => void {
  let stop = clock.after(HEARTBEAT_MS, next)
  function next(): void {
    stop = clock.after(HEARTBEAT_MS, next)
    beat()
  }
  const forget = store.onLink(beat)
  return () => {
    stop()
    forget()
  }
}
