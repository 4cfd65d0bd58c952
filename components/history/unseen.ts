import { unseenParts } from '@/lib/domain/gap'
import type { Report } from '@/lib/protocol/visits'

/** How much of a report's span nobody saw, in minutes begun; what two gaps have in common counts once. */
export function unseenMinutes({ gaps, from, to, now }: Pick<Report, 'gaps' | 'from' | 'to' | 'now'>): number {
  let unseen = 0
  let until = from
  for (const part of gaps.flatMap(unseenParts).toSorted((a, b) => a.from - b.from)) {
    const end = Math.min(part.to, to, now)
    unseen += Math.max(0, end - Math.max(part.from, until))
    until = Math.max(until, end)
  }
  return Math.ceil(unseen / 60_000)
}
