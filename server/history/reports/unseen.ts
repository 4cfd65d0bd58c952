import type { Span } from './span'

/** How much of a span lies in gaps, ms; what two PBXs' gaps have in common counts once. */
export function unseenIn(gaps: readonly Span[], { from, to }: Span): number {
  let unseen = 0
  let until = from
  for (const gap of gaps) {
    const begin = Math.max(gap.from, until)
    const end = Math.min(gap.to, to)
    if (end <= begin) continue
    unseen += end - begin
    until = end
  }
  return unseen
}
