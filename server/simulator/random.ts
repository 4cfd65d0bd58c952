/** Seeded random numbers: the same seed gives the same day. */
export interface Random {
  /** At least 0, below 1. */
  next(): number
  /** Both ends included. */
  integer(from: number, to: number): number
  between(from: number, to: number): number
  chance(probability: number): boolean
  pick<T>(items: readonly T[]): T
  /** Waiting time until the next of events that happen independently, by its mean. */
  exponential(mean: number): number
  /** Spread of human durations: most near `median`, a long tail above it. */
  logNormal(median: number, spread: number): number
}

/** Mulberry32 by Tommy Ettinger (public domain): small, fast, good enough for a day of calls. */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

export function createRandom(seed: number): Random {
  const next = mulberry32(seed)
  const between = (from: number, to: number) => from + (to - from) * next()
  return {
    next,
    between,
    integer: (from, to) => Math.floor(between(from, to + 1)),
    chance: (probability) => next() < probability,
    pick<T>(items: readonly T[]): T {
      const item = items[Math.floor(next() * items.length)]
      if (item === undefined) throw new RangeError('nothing to pick from')
      return item
    },
    exponential: (mean) => -mean * Math.log(1 - next()),
    logNormal(median, spread) {
      const normal = Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())
      return median * Math.exp(spread * normal)
    },
  }
}
