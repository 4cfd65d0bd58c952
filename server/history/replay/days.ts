import { midnightBefore } from '@/lib/domain/day-start'
import type { ReplayDay } from '@/lib/protocol/replay'
import type { Database } from '@/server/db/types'
import { type Gap, gapsIn } from '../visits/gaps'
import { coverageOf } from './coverage'
import { chunksIn } from './find-chunks'
import { gapsOfReplay } from './gaps-of-replay'

/** The longest day has 25 hours, so this lies in the next one. */
const INTO_TOMORROW_MS = 30 * 3_600_000
const ALL: Gap = { from: 0, to: 8.64e15 }

/** Which days can be played, the oldest first. `blindSince`: since when the PBX is not seen, while it is not. */
export async function replayDays(
  database: Database,
  timeZone: string,
  blindSince: number | null,
): Promise<ReplayDay[]> {
  const { stretches, holes } = coverageOf(await chunksIn(database, ALL))
  const first = stretches[0]
  const last = stretches.at(-1)
  if (!first || !last) return []
  const span = { from: first.from, to: last.to }
  const unseen = await gapsIn(database, span)
  const gaps = blindSince === null ? unseen : [...unseen, { from: blindSince, to: last.to }]
  const days: ReplayDay[] = []
  for (let startsAt = midnightBefore(span.from, timeZone); startsAt < span.to; ) {
    const endsAt = midnightBefore(startsAt + INTO_TOMORROW_MS, timeZone)
    const day = { from: startsAt, to: endsAt }
    const within = stretches.filter(({ from, to }) => from < endsAt && to > startsAt)
    const begins = within[0]
    const ends = within.at(-1)
    if (begins && ends) {
      const played = { from: Math.max(begins.from, startsAt), to: Math.min(ends.to, endsAt) }
      const chunks = within.flatMap((stretch) => stretch.chunks)
      days.push({
        day: nameOf(startsAt, timeZone),
        ...{ startsAt, endsAt, ...played },
        bytes: chunks
          .filter(({ from }) => from >= startsAt && from < endsAt)
          .reduce((sum, { bytes }) => sum + bytes, 0),
        gaps: gapsOfReplay(day, holes, gaps).filter(({ from, to }) => to > played.from && from < played.to),
      })
    }
    startsAt = endsAt
  }
  return days
}

function nameOf(at: number, timeZone: string): string {
  // Swedish writes dates as ISO 8601 does.
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(at)
}
