import type { ReplayMark } from '@/lib/protocol/replay'

/** Who goes to a mark stands a little after it a moment later: it is not the one before. */
const JUST_NOW_MS = 1_500

/** The mark after a moment, or the one before it; marks are in the order of their time. */
export function nextMark(marks: readonly ReplayMark[], at: number, way: 1 | -1): ReplayMark | undefined {
  if (way === 1) return marks.find((mark) => mark.at > at)
  return marks.findLast((mark) => mark.at < at - JUST_NOW_MS)
}
