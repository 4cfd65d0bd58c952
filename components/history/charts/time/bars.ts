import { addFraction, shareOf } from '@/lib/kpi/service-level'
import { offeredOf } from '@/lib/kpi/tally'
import type { Report } from '@/lib/protocol/visits'

export type ReportRow = Report['rows'][number]
/** A piece of the time, with its bar. */
export type Bar = Pick<ReportRow, 'key' | 'label' | 'tally' | 'level' | 'turnedAway' | 'unseenMs'> & {
  from: number
  to: number
}

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

/** More points of the level than this make no line that can be followed. */
const MOST_LEVELS = 500

/** So many bars share one point of the level. */
export function barsPerLevel(bars: readonly Bar[], { from, to }: { from: number; to: number }): number {
  return Math.max(1, Math.ceil(bars.filter((bar) => bar.to > from && bar.from < to).length / MOST_LEVELS))
}

type Level = number | null | undefined

/**
 * Moments in the middle of each bar, what was offered in it, and the level in percent. Bars without calls have none (`null`,
 * which parts the line); of several that share one, the others have nothing to say (`undefined`, which does not).
 */
export function seriesOf(bars: readonly Bar[], perLevel = 1): [x: number[], offered: number[], level: Level[]] {
  const levels = bars.map((_, index): Level => {
    const begin = index - (index % perLevel)
    if (index !== Math.min(begin + Math.floor(perLevel / 2), bars.length - 1)) return undefined
    const level = shareOf(
      bars
        .slice(begin, begin + perLevel)
        .map((bar) => bar.level)
        .reduce(addFraction),
    )
    return level === null ? null : level * 100
  })
  return [bars.map(({ from, to }) => (from + to) / 2), bars.map(({ tally }) => offeredOf(tally)), levels]
}

/** Levels with none before and after them make no line, and are drawn as points. */
export function lonelyLevels(levels: ArrayLike<Level>): number[] {
  const told = Array.from({ length: levels.length }, (_, index) => index).filter((index) => levels[index] !== undefined)
  const isThere = (index: number | undefined) => index !== undefined && levels[index] != null
  return told.filter((index, place) => isThere(index) && !isThere(told[place - 1]) && !isThere(told[place + 1]))
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
