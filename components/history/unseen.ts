import { BEGINNING, unseenParts } from '@/lib/domain/gap'
import type { Report } from '@/lib/protocol/visits'

type Told = Pick<Report, 'gaps' | 'from' | 'to' | 'now'>

/** What a report's figures leave out: since when there are records, `null` where that is before it, and how many minutes of the time since, begun ones too, nobody saw. */
export function unseenOf({ gaps, from, to, now }: Told): { since: number | null; minutes: number } {
  const beginnings = gaps.filter((gap) => gap.from === BEGINNING).map((gap) => gap.to)
  const since = beginnings.length === 0 ? null : Math.max(...beginnings)
  let unseen = 0
  let until = Math.max(from, since ?? from)
  for (const part of gaps.flatMap(unseenParts).toSorted((a, b) => a.from - b.from)) {
    const end = Math.min(part.to, to, now)
    unseen += Math.max(0, end - Math.max(part.from, until))
    until = Math.max(until, end)
  }
  return { since, minutes: Math.ceil(unseen / 60_000) }
}
