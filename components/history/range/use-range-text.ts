'use client'

import { useLocale, useTimeZone } from 'use-intl'
import { TAG_OF_LOCALE } from '@/components/session/use-times'
import { useHydrated } from '@/components/ui/use-hydrated'
import type { Locale } from '@/lib/i18n/locale'
import type { BoardDays, TimeSpan } from './board-days'
import { isMonth } from './span'

/** Tells a span as people would: a day, a month, some days, or to the minute. */
export function useRangeText(days: BoardDays): (span: TimeSpan) => string {
  const tag = TAG_OF_LOCALE[useLocale() as Locale]
  const timeZone = useTimeZone()
  // The server's and the browser's dates may differ by a kind of space, which React takes for a fault.
  const hydrated = useHydrated()
  return (span) => (hydrated ? rangeText(span, days, tag, timeZone) : '…')
}

function rangeText(span: TimeSpan, days: BoardDays, tag: string, timeZone: string | undefined): string {
  const { from, to } = span
  const telling = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(tag, { ...options, ...(timeZone && { timeZone }) })
  const date = { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' } as const
  const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
  if (isMonth(span, days)) return telling({ month: 'long', year: 'numeric' }).format(from)
  const whole = days.wholeDays(span)
  if (whole === 1) return telling(date).format(from)
  if (whole !== null) return telling({ ...date, weekday: undefined }).formatRange(from, days.after(to, -1))
  const oneDay = days.zone.shown(from).slice(0, 10) === days.zone.shown(to).slice(0, 10)
  if (!oneDay) return telling({ ...date, weekday: undefined, ...clock }).formatRange(from, to)
  return `${telling(date).format(from)}, ${telling(clock).format(from)}–${telling(clock).format(to)}`
}
