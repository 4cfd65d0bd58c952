import { median } from './ami/side-by-side'

/** Ratios of pairs that were measured one right after the other. */
export type Paired = { ratio: number; low: number; high: number; pairs: number }

const CONFIDENCE = 0.95

/**
 * The median of the ratios, and between which two of them the true one lies with 95 % at least, however they are
 * spread: each is above it or below with the same chance (sign test).
 */
export function paired(ratios: readonly number[]): Paired {
  const sorted = [...ratios].sort((one, other) => one - other)
  const { length: pairs } = sorted
  let outside = 0
  let cut = 0
  for (let below = 0; below < pairs / 2; below++) {
    outside += 2 * chanceOf(below, pairs)
    if (outside > 1 - CONFIDENCE) break
    cut = below + 1
  }
  const [low, high] = [sorted[Math.max(0, cut - 1)], sorted[Math.min(pairs - 1, pairs - cut)]]
  return { ratio: median(ratios), low: low ?? Number.NaN, high: high ?? Number.NaN, pairs }
}

/** Of exactly so many of all being below. */
function chanceOf(below: number, all: number): number {
  let ways = 1
  for (let index = 0; index < below; index++) ways = (ways * (all - index)) / (index + 1)
  return ways / 2 ** all
}

export function rangeText({ ratio, low, high, pairs }: Paired): string {
  return `${ratio.toFixed(3)} (95 %: ${low.toFixed(3)} … ${high.toFixed(3)}, ${pairs} pairs)`
}
