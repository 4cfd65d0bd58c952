'use client'

import { useLocale, useTimeZone } from 'use-intl'
import { TAG_OF_LOCALE } from '@/components/session/use-times'
import type { Locale } from '@/lib/i18n/locale'
import { unreachable } from '@/lib/unreachable'
import type { Cut } from '../history-view'
import { twinOf } from '../twin'
import type { Row } from './columns'

/** A Monday, at midnight. */
const MONDAY = Date.UTC(2026, 10, 23)
const DAY_MS = 86_400_000

/** Names rows in the page's language: a queue or an agent by its name, a time by the board's clock. */
export function useRowName(by: Cut, isOneDay: boolean): (row: Row) => string {
  const tag = TAG_OF_LOCALE[useLocale() as Locale]
  const timeZone = useTimeZone()
  const telling = (options: Intl.DateTimeFormatOptions, zone = timeZone) => {
    const format = new Intl.DateTimeFormat(tag, { ...options, ...(zone && { timeZone: zone }) })
    return (at: number) => format.format(at)
  }
  const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
  const date = { weekday: 'short', day: 'numeric', month: 'short' } as const
  switch (by) {
    case 'queue':
    case 'agent':
      return ({ label }) => label
    case 'day':
      return ofTime(telling({ ...date, year: 'numeric' }))
    case 'hour':
    case 'halfHour':
      return ofSpan(isOneDay ? null : telling(date), telling(clock))
    case 'weekdayHour':
      return ofWeek(telling({ weekday: 'long' }, 'UTC'))
    default:
      return unreachable(by)
  }
}

function ofTime(tell: (at: number) => string) {
  return ({ from, label }: Row) => (from === null ? label : tell(from))
}

/** The hour that comes twice says which one it is, as the server told it. */
function ofSpan(day: ((at: number) => string) | null, clock: (at: number) => string) {
  return ({ from, to, label }: Row) => {
    if (from === null || to === null) return label
    return `${day ? `${day(from)}, ` : ''}${clock(from)}–${clock(to)}${twinOf(label)}`
  }
}

function ofWeek(weekday: (at: number) => string) {
  return ({ key, label }: Row) => {
    const [day, hour] = key.split('|').map(Number)
    if (day === undefined || hour === undefined) return label
    const next = String((hour + 1) % 24).padStart(2, '0')
    return `${weekday(MONDAY + (day - 1) * DAY_MS)} ${String(hour).padStart(2, '0')}:00–${next}:00`
  }
}
