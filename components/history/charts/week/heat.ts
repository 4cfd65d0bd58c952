import type { Report } from '@/lib/protocol/visits'
import { figureIn } from '../../sums'

export const HEAT_FIGURES = ['offered', 'lost', 'serviceLevel', 'averageWait'] as const
export type HeatFigure = (typeof HEAT_FIGURES)[number]

/** One hour of the week. `value` `null`: there is nothing to divide by. `strength`: 0 to `STRONGEST`. */
export type HeatCell = { weekday: number; hour: number; value: number | null; strength: number; unseenMs: number }

/** As many shades as one can tell apart, beside none. */
export const STRONGEST = 6
export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const

/** The hours of the week by `weekday|hour`; those that the span does not have are missing. */
export function heatOf(rows: Report['rows'], figure: HeatFigure): ReadonlyMap<string, HeatCell> {
  const cells = rows.map((row) => {
    const [weekday = 0, hour = 0] = row.key.split('|').map(Number)
    return { key: row.key, weekday, hour, value: figureIn(figure, row), unseenMs: row.unseenMs }
  })
  const most = Math.max(0, ...cells.map(({ value }) => weightOf(value, figure)))
  return new Map(
    cells.map(({ key, ...cell }) => [key, { ...cell, strength: shade(weightOf(cell.value, figure), most) }]),
  )
}

/** A low level is what one looks for, as is a long wait. */
function weightOf(value: number | null, figure: HeatFigure): number {
  if (value === null) return 0
  return figure === 'serviceLevel' ? 1 - value : value
}

/** Anything at all is more than nothing. */
function shade(weight: number, most: number): number {
  return most === 0 || weight === 0 ? 0 : Math.max(1, Math.round((weight / most) * STRONGEST))
}

/** Hours in which nobody ever called, early and late, take no room. */
export function hoursShown(rows: Report['rows']): number[] {
  const busy = rows.filter((row) => (figureIn('offered', row) ?? 0) > 0).map(({ key }) => Number(key.split('|')[1]))
  if (busy.length === 0) return []
  const [first, last] = [Math.min(...busy), Math.max(...busy)]
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
}
