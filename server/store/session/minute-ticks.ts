import type { Clock } from '@/server/clock'

const MINUTE_MS = 60_000
/** Timers may ring a moment early, and the minute that they ring in must not be told again. */
const EARLY_MS = 100

/** Calls back at every full minute, as long as somebody wants it. Returns the undo. */
export function onEveryMinute(clock: Clock, callback: (minute: number) => void): () => void {
  let cancel: () => void
  const arm = () => {
    const minute = (Math.floor((clock.now() + EARLY_MS) / MINUTE_MS) + 1) * MINUTE_MS
    cancel = clock.after(minute - clock.now(), () => {
      arm()
      callback(minute)
    })
  }
  arm()
  return () => cancel()
}
