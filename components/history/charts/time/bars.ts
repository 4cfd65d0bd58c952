import { offeredOf } from '@/lib/kpi/tally'
import type { Report } from '@/lib/protocol/visits'
import { figureIn } from '../../sums'

export type ReportRow = Report['rows'][number]
/** A piece of the time, with its bar. */
export type Bar = Pick<ReportRow, 'key' | 'tally' | 'level' | 'turnedAway' | 'unseenMs'> & { from: number; to: number }

/** Parts of a bar from the bottom up; together they are what was offered. */
export const SEGMENTS = ['answered', 'lost', 'other', 'unknown'] as const
export type Segment = (typeof SEGMENTS)[number]

export function barsOf(rows: readonly (Omit<Bar, 'from' | 'to'> & Pick<ReportRow, 'from' | 'to'>)[]): Bar[] {
  return rows.flatMap((row) => (row.from === null || row.to === null ? [] : [{ ...row, from: row.from, to: row.to }]))
}

/** How many of a bar stand in one of its parts: the short losses are losses. */
export function heightOf({ tally }: Pick<Bar, 'tally'>, segment: Segment): number {
  return segment === 'lost' ? tally.lost + tally.short : tally[segment]
}

/** Moments in the middle of each bar, what was offered in it, and the level in percent; a bar without calls has none. */
export function seriesOf(bars: readonly Bar[]): [x: number[], offered: number[], level: (number | null)[]] {
  return [
    bars.map(({ from, to }) => (from + to) / 2),
    bars.map(({ tally }) => offeredOf(tally)),
    bars.map((bar) => {
      const level = figureIn('serviceLevel', bar)
      return level === null ? null : level * 100
    }),
  ]
}

/**
 * Where there are more bars than pixels, those of one pixel are drawn as the highest of them, so that no peak is lost.
 * @param pixelOf the first and the last pixel of a bar
 */
export function visibleBars(bars: readonly Bar[], pixelOf: (moment: number) => number): readonly Bar[] {
  const kept: Bar[] = []
  let pixel = Number.NaN
  for (const bar of bars) {
    const own = Math.floor(pixelOf(bar.from))
    const last = kept.at(-1)
    if (last === undefined || own !== pixel) kept.push(bar)
    else if (offeredOf(bar.tally) > offeredOf(last.tally)) kept[kept.length - 1] = bar
    pixel = own
  }
  return kept
}
