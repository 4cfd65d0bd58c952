const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

export type Age = { unit: 'moment' | 'minutes' | 'hours' | 'days'; count: number }

/** How long ago, in the words that one would say it by: whole minutes, then hours, then days. */
export function ageOf(ms: number): Age {
  if (ms < MINUTE_MS) return { unit: 'moment', count: 0 }
  if (ms < HOUR_MS) return { unit: 'minutes', count: Math.floor(ms / MINUTE_MS) }
  if (ms < 2 * DAY_MS) return { unit: 'hours', count: Math.floor(ms / HOUR_MS) }
  return { unit: 'days', count: Math.floor(ms / DAY_MS) }
}
