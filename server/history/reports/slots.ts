import { weekHourAt, weekHourKey } from '@/lib/domain/week-hour'
import { Zone } from '@/lib/domain/zone'
import { unreachable } from '@/lib/unreachable'
import { breath } from './breath'
import type { Span } from './span'

/** How time is cut. */
export type TimeCut = 'halfHour' | 'hour' | 'day' | 'weekdayHour'

/** A piece of a range that belongs to one row of a report; several may, on different days. */
export type Slot = Span & { key: string; label: string }

const HOUR_MS = 3_600_000
const DAY_MS = 86_400_000
/** Clocks are moved on quarters of an hour, everywhere that has a call centre. */
const QUARTER_MS = 900_000
/** A day ends within this, and the next one does not: days have 23 to 25 hours. */
const INTO_NEXT_DAY_MS = 36 * HOUR_MS
/** No report has more rows of time: two years of half-hours. */
export const MAX_SLOTS = 40_000
const SHORTEST: Readonly<Record<TimeCut, number>> = {
  ...{ halfHour: HOUR_MS / 2, hour: HOUR_MS, day: DAY_MS, weekdayHour: HOUR_MS },
}

export type Calendar = { timeZone: string; dayStart(now: number): number }

export function isTooFine(cut: TimeCut, { from, to }: Span): boolean {
  return (to - from) / SHORTEST[cut] > MAX_SLOTS
}

/**
 * A range cut by the clock on the wall, without a gap between the pieces. An hour that comes twice in autumn is two; one
 * that is skipped in spring is none.
 */
export async function slotsOf(cut: TimeCut, span: Span, { timeZone, dayStart }: Calendar): Promise<Slot[]> {
  if (span.from >= span.to) return []
  const zone = new Zone(timeZone)
  switch (cut) {
    case 'day':
      return slots(await inTurns(daysIn(span, dayStart)), span, (at) => zone.shown(at).slice(0, 10))
    case 'halfHour':
    case 'hour':
      return toldApart(
        slots(await inTurns(stepsIn(span, SHORTEST[cut], zone)), span, (at) => zone.shown(at).replace('T', ' ')),
        zone,
      )
    case 'weekdayHour':
      return slots(await inTurns(stepsIn(span, HOUR_MS, zone)), span, null).map((slot) => ({
        ...slot,
        ...ofWeek(slot.from, zone),
      }))
    default:
      return unreachable(cut)
  }
}

/** So many moments are reckoned at once: years of half-hours would keep the process to themselves. */
const AT_ONCE = 500

async function inTurns(moments: Generator<number>): Promise<number[]> {
  const all: number[] = []
  for (const moment of moments) {
    all.push(moment)
    if (all.length % AT_ONCE === 0) await breath()
  }
  return all
}

/** Moments, of which the first is at the range's beginning or before. */
function* daysIn({ from, to }: Span, dayStart: Calendar['dayStart']): Generator<number> {
  for (let day = dayStart(from); day < to; day = nextDay(day, dayStart)) yield day
}

/** When the day ends that begins then. */
export function nextDay(day: number, dayStart: Calendar['dayStart']): number {
  return dayStart(day + INTO_NEXT_DAY_MS)
}

function* stepsIn({ from, to }: Span, stepMs: number, zone: Zone): Generator<number> {
  let last = ''
  for (let at = from - (from % QUARTER_MS); at < to; at += QUARTER_MS) {
    const offset = zone.offset(at)
    const step = `${Math.floor((at + offset) / stepMs)}|${offset}`
    if (step !== last) yield beginOf(at, stepMs, zone)
    last = step
  }
}

/** When the step of `at` began: back by quarters of an hour, as long as it is the same step by the same clock. */
function beginOf(at: number, stepMs: number, zone: Zone): number {
  const offset = zone.offset(at)
  const stepOf = (moment: number) => Math.floor((moment + offset) / stepMs)
  let begin = at
  while (stepOf(begin - QUARTER_MS) === stepOf(at) && zone.offset(begin - QUARTER_MS) === offset) begin -= QUARTER_MS
  return begin
}

/** What lies outside the range is cut off; the label names the whole step. */
function slots(begins: readonly number[], { from, to }: Span, label: ((at: number) => string) | null): Slot[] {
  return begins.map((begin, index) => {
    const slot = { from: Math.max(begin, from), to: Math.min(begins[index + 1] ?? to, to) }
    return { ...slot, key: String(begin), label: label?.(begin) ?? '' }
  })
}

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const

function ofWeek(at: number, zone: Zone): Pick<Slot, 'key' | 'label'> {
  const one = weekHourAt(at, zone)
  return { key: weekHourKey(one), label: `${WEEKDAYS[one.weekday % 7]} ${String(one.hour).padStart(2, '0')}:00` }
}

/** The hour that comes twice bears its distance from UTC. */
function toldApart(all: Slot[], zone: Zone): Slot[] {
  const byLabel = new Map<string, Slot>()
  const twins = new Set<Slot>()
  for (const slot of all) {
    const other = byLabel.get(slot.label)
    if (other) twins.add(slot).add(other)
    byLabel.set(slot.label, slot)
  }
  return all.map((slot) =>
    twins.has(slot) ? { ...slot, label: `${slot.label} ${utcOf(zone.offset(slot.from))}` } : slot,
  )
}

function utcOf(offset: number): string {
  const minutes = Math.abs(offset) / 60_000
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0')
  return `${offset < 0 ? '-' : '+'}${two(minutes / 60)}:${two(minutes % 60)}`
}

const STEPS = [HOUR_MS, HOUR_MS / 2, QUARTER_MS, 60_000] as const

/** The longest step of UTC by which sums can be made that fall into one slot each; the ends of the range need not fit. */
export function stepFor(all: readonly Slot[]): number {
  const begins = all.slice(1).map(({ from }) => from)
  return STEPS.find((step) => begins.every((at) => at % step === 0)) ?? 1
}
