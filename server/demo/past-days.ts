import { midnightBefore } from '@/lib/domain/day-start'
import { Zone } from '@/lib/domain/zone'
import type { PastDay } from '@/server/simulator/past/records'

const NOON_MS = 43_200_000

/** Today up to now, and so many days before it, the newest first. */
export function pastDays(now: number, timeZone: string, days: number, busySince: number): PastDay[] {
  const zone = new Zone(timeZone)
  const all: PastDay[] = []
  let [midnight, to] = [midnightBefore(now, timeZone), now]
  for (let ago = 0; ago <= days; ago++) {
    const noon = `${zone.shown(midnight).slice(0, 10)}T12:00`
    const from = (zone.at(noon) ?? midnight + NOON_MS) - NOON_MS
    all.push({ from, to, weekday: new Date(`${noon}Z`).getUTCDay(), ago, busySince })
    to = midnight
    midnight = midnightBefore(midnight - 1, timeZone)
  }
  return all
}
