import { Zone } from './zone'

const DAY_MS = 86_400_000

/** When the day of `now` began in that zone (IANA), both in ms since 1970; also on days of 23 or 25 hours. */
export function midnightBefore(now: number, timeZone: string): number {
  return dayStart(now, timeZone, 0)
}

/**
 * When the day of `now` began that starts at `startMs` after midnight (a centre that works through the night), in ms since
 * 1970. On the days when the clock is changed, too: the day starts once, by the clock on the wall. A time that this shows
 * twice is the first of the two; one that it skips comes as long after the change.
 */
export function dayStart(now: number, timeZone: string, startMs: number): number {
  const zone = zoneOf(timeZone)
  const today = Math.floor((now + zone.offset(now)) / DAY_MS) * DAY_MS
  // A clock that is turned back over midnight shows the day before once more; one that skips the day's start begins it later.
  for (let day = today + DAY_MS; ; day -= DAY_MS) {
    const start = zone.momentOf(day + startMs)
    if (start <= now) return start
  }
}

/** Making one costs more than using it a hundred times. */
const zones = new Map<string, Zone>()

function zoneOf(timeZone: string): Zone {
  const known = zones.get(timeZone)
  if (known) return known
  const zone = new Zone(timeZone)
  zones.set(timeZone, zone)
  return zone
}
