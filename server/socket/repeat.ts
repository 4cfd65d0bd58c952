import type { Clock } from '@/server/clock'

/** Calls back every `ms`. Returns the undo. */
export function repeat(clock: Clock, ms: number, callback: () => void): () => void {
  let stop = clock.after(ms, next)
  function next(): void {
    stop = clock.after(ms, next)
    callback()
  }
  return () => stop()
}
