'use client'

import { useLocale, useTranslations } from 'use-intl'
import { TAG_OF_LOCALE } from '@/components/session/use-times'
import { weekHourOf } from '@/lib/domain/week-hour'
import { formatDuration } from '@/lib/i18n/duration'
import type { Locale } from '@/lib/i18n/locale'
import type { TookFromTo, Within } from './within'

/** 5 January 1970 was a Monday. */
const MONDAY = Date.UTC(1970, 0, 5)
const DAY = 86_400_000

/** Tells days of the week by their numbers, Monday being 1. */
export function useWeekday(weekday: 'short' | 'long' = 'short'): (day: number) => string {
  const tag = TAG_OF_LOCALE[useLocale() as Locale]
  const format = new Intl.DateTimeFormat(tag, { weekday, timeZone: 'UTC' })
  return (day) => format.format(MONDAY + (day - 1) * DAY)
}

export function hourText(hour: number): string {
  return `${String(hour).padStart(2, '0')}:00`
}

/** Tells a part of what is asked for. */
export function useWithinText(): (within: Within) => string {
  const t = useTranslations('history.within')
  const spread = useTranslations('charts.spread')
  const weekday = useWeekday('long')
  const took = ({ from, to }: TookFromTo) =>
    to === null
      ? spread('longer', { from: formatDuration(from) })
      : spread('between', { from: formatDuration(from), to: formatDuration(to) })
  return (within) => {
    if ('wait' in within) return t('waited', { time: took(within.wait) })
    if ('talk' in within) return t('talked', { time: took(within.talk) })
    const { weekday: day, hour } = weekHourOf(within.weekHour) ?? { weekday: 1, hour: 0 }
    return t('weekHour', { day: weekday(day), from: hourText(hour), to: hourText(hour + 1) })
  }
}
