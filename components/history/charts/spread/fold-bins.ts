import type { Distribution, DistributionSeries } from '@/lib/protocol/distributions'

export type SpreadKind = DistributionSeries['kind']
/** One bar: from (included) to (not included), ms; the last one may have no end. */
export type SpreadBar = { from: number; to: number | null; counts: Readonly<Partial<Record<SpreadKind, number>>> }

/** The rest beyond this share is one bar, so that a single caller who waited an hour does not press all others together. */
const SHOWN = 0.985
const NICE = [1, 2, 3, 4, 6, 12, 20, 24, 40, 60, 120]

/**
 * Puts neighbouring bins together until there are no more bars than there is room for, and what is longer than nearly all
 * into the last bar.
 * @param reach what must be in sight, ms: the thresholds
 */
export function foldBins(
  { bins, series }: Pick<Distribution, 'bins' | 'series'>,
  most: number,
  reach: number,
): SpreadBar[] {
  const totals = bins.map((_, index) => series.reduce((sum, { counts }) => sum + (counts[index] ?? 0), 0))
  const all = totals.reduce((sum, count) => sum + count, 0)
  let seen = 0
  const enough = totals.findIndex((count) => {
    seen += count
    return seen >= all * SHOWN
  })
  const needed = bins.findIndex(({ to }) => to === null || to > reach)
  const ends = Math.min(bins.length - 1, Math.max(enough, needed) + 1)
  const width = NICE.find((one) => Math.ceil(ends / one) < most) ?? ends
  const bars: SpreadBar[] = []
  for (let begin = 0; begin < ends; begin += width)
    bars.push(barOf({ bins, series }, begin, Math.min(begin + width, bins.length - 1)))
  const rest = Math.min(Math.ceil(ends / width) * width, bins.length - 1)
  const longer = barOf({ bins, series }, rest, bins.length)
  return Object.values(longer.counts).some((count) => count > 0) ? [...bars, longer] : bars
}

function barOf({ bins, series }: Pick<Distribution, 'bins' | 'series'>, begin: number, end: number): SpreadBar {
  const sum = (counts: readonly number[]) => counts.slice(begin, end).reduce((total, count) => total + count, 0)
  const counts = Object.fromEntries(series.map((one) => [one.kind, sum(one.counts)]))
  return { from: bins[begin]?.from ?? 0, to: end === bins.length ? null : (bins[end - 1]?.to ?? null), counts }
}

/** Which share of a kind is shorter than the end of a bar; `null`: there is none of it. */
export function shareBelow(bars: readonly SpreadBar[], index: number, kind: SpreadKind): number | null {
  const upTo = (end: number) => bars.slice(0, end).reduce((sum, { counts }) => sum + (counts[kind] ?? 0), 0)
  const all = upTo(bars.length)
  return all === 0 ? null : upTo(index + 1) / all
}
