const DAY_MS = 86_400_000

/** When the day of `now` began in that zone (IANA), both in ms since 1970; also on days of 23 or 25 hours. */
export function midnightBefore(now: number, timeZone: string): number {
  const guess = now - sinceMidnight(now, timeZone)
  // Where the clock was changed since, the guess is an hour off to either side of midnight.
  const off = sinceMidnight(guess, timeZone)
  return off === 0 ? guess : off < DAY_MS / 2 ? guess - off : guess + (DAY_MS - off)
}

/**
 * When the day of `now` began that starts at `startMs` after midnight (a centre that works through the night), in ms since
 * 1970. On the days when the clock is changed, too: the day starts once, by the clock on the wall.
 */
export function dayStart(now: number, timeZone: string, startMs: number): number {
  const midnight = midnightBefore(now, timeZone)
  const today = byTheClock(midnight, timeZone, startMs)
  return today <= now ? today : byTheClock(midnightBefore(midnight - 1, timeZone), timeZone, startMs)
}

/** A time that the clock skips or shows twice (spring, autumn) is taken as the hours count from midnight. */
function byTheClock(midnight: number, timeZone: string, startMs: number): number {
  const guess = midnight + startMs
  const moved = guess - (sinceMidnight(guess, timeZone) - startMs)
  return sinceMidnight(moved, timeZone) === startMs && moved >= midnight ? moved : guess
}

/** Making one costs more than using it a hundred times. */
const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone)
  if (known) return known
  const format = new Intl.DateTimeFormat('en-GB', {
    ...{ timeZone, hour: 'numeric', minute: 'numeric', second: 'numeric', hourCycle: 'h23' },
  })
  formats.set(timeZone, format)
  return format
}

function sinceMidnight(at: number, timeZone: string): number {
  const parts = formatOf(timeZone).formatToParts(at)
  const value = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((part) => part.type === type)?.value ?? 0)
  return ((value('hour') * 60 + value('minute')) * 60 + value('second')) * 1000 + (at % 1000)
}
