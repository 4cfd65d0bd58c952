import type { Ending } from '@/lib/domain/visit'

/** How callers ended waiting whom nobody answered, as far as it was seen: with the answered and those not seen, all who were offered. */
export const UNANSWERED = [
  'hungUp',
  'timedOut',
  'noAgents',
  'lost',
  'key',
  'withdrawn',
  'moved',
] as const satisfies readonly Ending[]

/** Of how many visits each was the end, the short ones included. */
export type EndingCounts = Record<(typeof UNANSWERED)[number], number>

export function noEndings(): EndingCounts {
  return { hungUp: 0, timedOut: 0, noAgents: 0, lost: 0, key: 0, withdrawn: 0, moved: 0 }
}

export function addEndings(a: EndingCounts, b: EndingCounts): EndingCounts {
  const sum = { ...a }
  addEndingsInto(sum, b)
  return sum
}

/** Adds another's counts to what is the caller's own. */
export function addEndingsInto(sum: EndingCounts, other: EndingCounts): void {
  for (const ending of UNANSWERED) sum[ending] += other[ending]
}
