import { expect, test } from 'vitest'
import { fc } from '@/lib/domain/testing/random'
import { foldBins, shareBelow } from './fold-bins'

const BINS = Array.from({ length: 121 }, (_, bin) => ({
  from: bin * 5_000,
  to: bin === 120 ? null : (bin + 1) * 5_000,
}))
const none = { meanMs: null, medianMs: null, p90Ms: null, longestMs: null }

function spread(...callers: [bin: number, count: number][]) {
  const counts = BINS.map((_, bin) => callers.find(([one]) => one === bin)?.[1] ?? 0)
  return { bins: BINS, series: [{ kind: 'answered' as const, count: 0, ...none, counts }] }
}

test('whatever the callers and the room: each is in one bar, and bars follow each other', () => {
  const counts = fc.array(fc.nat(50), { minLength: 121, maxLength: 121 })
  fc.assert(
    fc.property(counts, fc.integer({ min: 3, max: 80 }), fc.integer({ min: 0, max: 900_000 }), (some, most, reach) => {
      const bars = foldBins({ bins: BINS, series: [{ kind: 'lost', count: 0, ...none, counts: some }] }, most, reach)
      expect(bars.length).toBeLessThanOrEqual(most + 1)
      const sum = bars.reduce((total, bar) => total + (bar.counts.lost ?? 0), 0)
      expect(sum).toBe(some.reduce((total, one) => total + one, 0))
      for (const [index, bar] of bars.slice(0, -1).entries()) expect(bars[index + 1]?.from).toBe(bar.to)
      expect(bars[0]?.from).toBe(0)
    }),
    { numRuns: 30 },
  )
})

test('one caller who waited for long does not press the others together', () => {
  const bars = foldBins(spread([0, 60], [1, 30], [5, 10], [119, 1]), 40, 20_000)
  expect(bars.map(({ from, to }) => [from, to])).toEqual([
    ...[0, 1, 2, 3, 4, 5].map((bin) => [bin * 5_000, (bin + 1) * 5_000]),
    [30_000, null],
  ])
  expect(bars.at(-1)?.counts).toEqual({ answered: 1 })
})

test('the threshold is in sight even where everybody was answered sooner', () => {
  const bars = foldBins(spread([0, 10]), 40, 60_000)
  expect(bars.at(-1)?.to).toBeGreaterThan(60_000)
})

test('a share is told up to the end of a bar; of nobody there is none', () => {
  const bars = foldBins(spread([0, 3], [3, 1]), 40, 0)
  expect([shareBelow(bars, 0, 'answered'), shareBelow(bars, bars.length - 1, 'answered')]).toEqual([0.75, 1])
  expect(shareBelow(bars, 0, 'lost')).toBeNull()
})
