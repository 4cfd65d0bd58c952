import { united } from '@/lib/domain/gap'
import type { Span } from './span'

/** How much of a span lies in gaps, ms; what two of them have in common counts once. */
export function unseenIn(gaps: readonly Span[], { from, to }: Span): number {
  const within = gaps.map((gap) => ({ from: Math.max(gap.from, from), to: Math.min(gap.to, to) }))
  return united(within.filter((gap) => gap.from < gap.to)).reduce((sum, gap) => sum + gap.to - gap.from, 0)
}
