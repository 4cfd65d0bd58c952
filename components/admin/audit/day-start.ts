const MINUTE_MS = 60_000

/**
 * When a day (`2026-11-23`) begins in a time zone, in ms since 1970; `later`: so many days after it. `null`: no day.
 * Where clocks skip midnight, the day begins with its first moment.
 */
export function dayStart(day: string, later: number, timeZone: string): number | null {
  const [year, month, date] = day.split('-').map(Number)
  if (!year || !month || !date) return null
  const midnight = Date.UTC(year, month - 1, date + later)
  const guess = midnight - offsetAt(midnight, timeZone)
  // The offset may have changed between the two.
  const start = midnight - offsetAt(guess, timeZone)
  return offsetAt(start, timeZone) === offsetAt(guess, timeZone) ? start : Math.max(start, guess)
}

/** How far the zone's clocks are ahead of UTC at a moment, ms. */
function offsetAt(moment: number, timeZone: string): number {
  const format = new Intl.DateTimeFormat('en', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  })
  const parts = Object.fromEntries(format.formatToParts(moment).map(({ type, value }) => [type, Number(value)]))
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0 } = parts
  return Date.UTC(year, month - 1, day, hour, minute) - Math.floor(moment / MINUTE_MS) * MINUTE_MS
}
