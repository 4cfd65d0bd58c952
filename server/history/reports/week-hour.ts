import { type RawBuilder, sql } from 'kysely'
import { type WeekHour, weekHourAt, weekHourKey } from '@/lib/domain/week-hour'
import type { Zone } from '@/lib/domain/zone'
import { breath } from './breath'
import type { Span } from './span'

const HOUR_MS = 3_600_000
const DAY_MS = 86_400_000
const HOURS_OF_WEEK = 168
/** Clocks are moved on quarters of an hour, everywhere that has a call centre. */
const QUARTER_MS = 900_000
/** From a Monday before 1970, so that nothing is ever below 0. */
const SINCE_MONDAY_MS = 10 * DAY_MS

/** What is to be added to UTC, and until which moment (not included). */
export type Offset = { until: number; offset: number }
/** An hour of the week, and how the clocks go in the span in which it is looked for. */
export type SoughtHour = { hour: WeekHour; offsets: readonly Offset[] }

/** So many days are reckoned at once: many years would keep the process to themselves. */
const AT_ONCE = 500

/** How the clocks of a zone go in a span: one entry for each time they are not moved. */
export async function offsetsIn({ from, to }: Span, zone: Zone): Promise<Offset[]> {
  const offsets: Offset[] = []
  let day = 0
  for (let at = from; at < to; ) {
    const offset = zone.offset(at)
    const next = Math.min(to, at + DAY_MS)
    const until = zone.offset(next) === offset ? next : movedAt(at, offset, zone)
    const last = offsets.at(-1)
    if (last?.offset === offset) last.until = until
    else offsets.push({ until, offset })
    at = until
    day += 1
    if (day % AT_ONCE === 0) await breath()
  }
  return offsets
}

/** When clocks are moved that show something else within a day. */
function movedAt(at: number, offset: number, zone: Zone): number {
  let moment = at - (at % QUARTER_MS) + QUARTER_MS
  while (zone.offset(moment) === offset) moment += QUARTER_MS
  return moment
}

/** `weekHourAt` in the words of a database: the moments of a column that lie in an hour of the week. */
export function liesIn(column: RawBuilder<unknown>, { hour, offsets }: SoughtHour): RawBuilder<boolean> {
  const last = offsets.at(-1)
  if (last === undefined) return sql`1 = 0`
  const shift = (offset: number) => sql.lit(offset + SINCE_MONDAY_MS)
  const whens = offsets
    .slice(0, -1)
    .map(({ until, offset }) => sql`when ${column} < ${sql.lit(until)} then ${shift(offset)}`)
  const shifted =
    whens.length === 0 ? shift(last.offset) : sql`case ${sql.join(whens, sql` `)} else ${shift(last.offset)} end`
  const wanted = (hour.weekday - 1) * 24 + hour.hour
  return sql`(((${column} + ${shifted}) / ${sql.lit(HOUR_MS)}) % ${sql.lit(HOURS_OF_WEEK)}) = ${sql.lit(wanted)}`
}

/** How the clocks go at a moment. */
export function offsetAt(at: number, offsets: readonly Offset[]): number {
  return (offsets.find(({ until }) => at < until) ?? offsets.at(-1))?.offset ?? 0
}

/** The same of one moment. */
export function weekHourHolds(at: number, { hour, offsets }: SoughtHour): boolean {
  const hours = Math.floor((at + offsetAt(at, offsets) + SINCE_MONDAY_MS) / HOUR_MS)
  return offsets.length > 0 && hours % HOURS_OF_WEEK === (hour.weekday - 1) * 24 + hour.hour
}

/** Does any moment of a span lie in an hour of the week? */
export function touches({ from, to }: Span, hour: WeekHour, zone: Zone): boolean {
  if (to - from >= HOURS_OF_WEEK * HOUR_MS + DAY_MS) return true
  const key = weekHourKey(hour)
  for (let at = from; at < to; at = at - (at % QUARTER_MS) + QUARTER_MS)
    if (weekHourKey(weekHourAt(at, zone)) === key) return true
  return false
}
