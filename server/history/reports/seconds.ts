import type { Times } from './times'

/** How often what took how many whole seconds; exact means, and percentiles as exact as a clock shows them. */
export class Seconds {
  count = 0
  longestMs: number | null = null
  private totalMs = 0
  private readonly times = new Map<number, number>()

  add({ counts, totalMs, longestMs }: Pick<Times, 'counts' | 'totalMs' | 'longestMs'>): void {
    for (const [second, count] of counts) {
      this.count += count
      this.times.set(second, (this.times.get(second) ?? 0) + count)
    }
    this.totalMs += totalMs
    this.longestMs = Math.max(this.longestMs ?? 0, longestMs)
  }

  get meanMs(): number | null {
    return this.count === 0 ? null : this.totalMs / this.count
  }

  /** The shortest time, ms, that this share of all did not exceed (nearest rank), cut to whole seconds. */
  percentileMs(share: number): number | null {
    let left = Math.max(1, Math.ceil(this.count * share))
    for (const second of [...this.times.keys()].sort((a, b) => a - b)) {
      left -= this.times.get(second) ?? 0
      if (left <= 0) return second * 1000
    }
    return null
  }

  /** How many fall into each of as many bins of one width; the last one takes all that is longer. */
  binned(bins: number, binMs: number): number[] {
    const counts = new Array<number>(bins).fill(0)
    for (const [second, count] of this.times) {
      const bin = Math.min(bins - 1, Math.floor((second * 1000) / binMs))
      counts[bin] = (counts[bin] ?? 0) + count
    }
    return counts
  }
}
