import { united } from '@/lib/domain/gap'
import type { Span } from './span'

/** What nobody saw, to be asked of very many spans. */
export class Unseen {
  /** In their order, apart from each other. */
  private readonly gaps: readonly Span[]

  constructor(gaps: readonly Span[]) {
    this.gaps = united(gaps)
  }

  /** How much of a span lies in gaps, ms; what two of them have in common counts once. */
  within({ from, to }: Span): number {
    let unseen = 0
    for (let at = this.firstAfter(from); at < this.gaps.length; at += 1) {
      const gap = this.gaps[at]
      if (gap === undefined || gap.from >= to) break
      unseen += Math.max(0, Math.min(gap.to, to) - Math.max(gap.from, from))
    }
    return unseen
  }

  /** The place of the first gap that ends after a moment. */
  private firstAfter(moment: number): number {
    let low = 0
    let high = this.gaps.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.gaps[middle]?.to ?? 0) <= moment) low = middle + 1
      else high = middle
    }
    return low
  }
}
