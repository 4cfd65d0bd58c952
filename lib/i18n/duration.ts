const HOUR_FROM_MS = 6_000_000 // 100 minutes: waits run m:ss to 99:59, then h:mm:ss

/** `m:ss` up to 99:59, `h:mm:ss` from there. Never negative: clocks that disagree show 0:00. Takes milliseconds. */
export function formatDuration(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000))
  const ss = pad(seconds % 60)
  if (ms < HOUR_FROM_MS) return `${Math.floor(seconds / 60)}:${ss}`
  return `${Math.floor(seconds / 3600)}:${pad(Math.floor(seconds / 60) % 60)}:${ss}`
}

function pad(value: number): string {
  return value < 10 ? `0${value}` : String(value)
}
