import type { KpiWindow } from '@/lib/domain/kpi'
import { unreachable } from '@/lib/unreachable'
import type { BoardDays, TimeSpan } from './board-days'

/** Spans by name, which are others tomorrow. Whole days, of which the last seven and 28 end with yesterday. */
export const PRESETS = ['yesterday', 'week', 'days7', 'days28', 'month'] as const
type Preset = (typeof PRESETS)[number]

/** Of what time: a window that ends now, a span by its name, or one from here to there. */
export type HistorySpan = { window: KpiWindow } | { preset: Preset } | TimeSpan

const MINUTE_MS = 60_000
const MINUTES: Readonly<Record<Exclude<KpiWindow, 'today'>, number>> = { last15: 15, last30: 30, last60: 60 }

/** From when to when, at this moment; today is the whole day. */
export function resolved(span: HistorySpan, now: number, days: BoardDays): TimeSpan {
  if ('from' in span) return span
  const today = days.startOf(now)
  if ('preset' in span) return ofPreset(span.preset, today, days)
  if (span.window === 'today') return { from: today, to: days.after(today, 1) }
  return { from: now - MINUTES[span.window] * MINUTE_MS, to: now }
}

function ofPreset(preset: Preset, today: number, days: BoardDays): TimeSpan {
  switch (preset) {
    case 'yesterday':
      return { from: days.after(today, -1), to: today }
    case 'week':
      return { from: days.weekOf(today), to: days.after(days.weekOf(today), 7) }
    case 'days7':
      return { from: days.after(today, -7), to: today }
    case 'days28':
      return { from: days.after(today, -28), to: today }
    case 'month':
      return { from: days.monthOf(today), to: days.monthAfter(days.monthOf(today), 1) }
    default:
      return unreachable(preset)
  }
}

/** The span that lies before (-1) or after (1): of as many days, or of the month, or of the same length. */
export function movedBy(direction: 1 | -1, { from, to }: TimeSpan, days: BoardDays): TimeSpan {
  const whole = days.wholeDays({ from, to })
  if (whole === null) return { from: from + direction * (to - from), to: to + direction * (to - from) }
  if (isMonth({ from, to }, days)) {
    const first = days.monthAfter(from, direction)
    return { from: first, to: days.monthAfter(first, 1) }
  }
  return { from: days.after(from, direction * whole), to: days.after(to, direction * whole) }
}

/** Is it one month, from the first to the last? */
export function isMonth({ from, to }: TimeSpan, days: BoardDays): boolean {
  return days.isStart(from) && days.monthOf(from) === from && days.monthAfter(from, 1) === to
}

/** The window of today where it is that day, so that it goes on. */
export function namedAgain(span: TimeSpan, now: number, days: BoardDays): HistorySpan {
  const today = resolved({ window: 'today' }, now, days)
  return span.from === today.from && span.to === today.to ? { window: 'today' } : span
}

/** What to compare a span with: the one before, and of that no more than has passed of this. */
export function spanBefore(span: TimeSpan, now: number, days: BoardDays): TimeSpan {
  const before = movedBy(-1, span, days)
  const passed = Math.min(span.to, now) - span.from
  return span.to <= now ? before : { from: before.from, to: Math.min(before.to, before.from + passed) }
}
