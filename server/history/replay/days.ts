import { midnightBefore } from '@/lib/domain/day-start'
import type { ReplayDay } from '@/lib/protocol/replay'
import type { Database } from '@/server/db/types'
import { gapsIn } from '../visits/gaps'
import type { ChunkIndex } from './chunk-index'
import { coverageOf } from './coverage'
import { gapsOfReplay } from './gaps-of-replay'

/** The longest day has 25 hours, so this lies in the next one. */
const INTO_TOMORROW_MS = 30 * 3_600_000

/** Which days can be played, the oldest first. `blindSince`: since when the PBX is not seen, while it is not. */
export async function replayDays(
  database: Database,
  index: Pick<ChunkIndex, 'all'>,
  timeZone: string,
  blindSince: number | null,
): Promise<ReplayDay[]> {
  const { stretches, holes } = coverageOf(await index.all())
  const first = stretches[0]
  const last = stretches.at(-1)
  if (!first || !last) return []
  const span = { from: first.from, to: last.to }
  const unseen = await gapsIn(database, span)
  const gaps = blindSince === null ? unseen : [...unseen, { from: blindSince, to: last.to }]
  const chunks = stretches.flatMap((stretch) => stretch.chunks)
  let next = 0
  const days: ReplayDay[] = []
  for (let startsAt = midnightBefore(span.from, timeZone); startsAt < span.to; ) {
    const endsAt = midnightBefore(startsAt + INTO_TOMORROW_MS, timeZone)
    const day = { from: startsAt, to: endsAt }
    let bytes = 0
    for (let one = chunks[next]; one && one.from < endsAt; one = chunks[next]) {
      bytes += one.bytes
      next += 1
    }
    const within = stretches.filter(({ from, to }) => from < endsAt && to > startsAt)
    const begins = within[0]
    const ends = within.at(-1)
    if (begins && ends) {
      const played = { from: Math.max(begins.from, startsAt), to: Math.min(ends.to, endsAt) }
      days.push({
        day: nameOf(startsAt, timeZone),
        ...{ startsAt, endsAt, ...played },
        bytes,
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
