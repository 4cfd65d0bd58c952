'use client'

import { useMemo } from 'react'
import { useLocale, useTimeZone } from 'use-intl'
import type { Locale } from '@/lib/i18n/locale'

/** English dates are written day first and hours to 24, as most of the world writes them, and as the wall does. */
export const TAG_OF_LOCALE: Record<Locale, string> = { en: 'en-GB', ru: 'ru' }

/** Tells moments (ms since 1970) in the page's language and the board's time zone. */
export function useTimes() {
  const locale = useLocale()
  const timeZone = useTimeZone()
  return useMemo(() => {
    const telling = (options: Intl.DateTimeFormatOptions) => {
      const format = new Intl.DateTimeFormat(TAG_OF_LOCALE[locale], { ...options, ...(timeZone && { timeZone }) })
      return (moment: number) => format.format(moment)
    }
    const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
    const date = { day: 'numeric', month: 'short', year: 'numeric' } as const
    return {
      /** `10:42` */
      time: telling(clock),
      /** `10:42:05` */
      timeWithSeconds: telling({ ...clock, second: '2-digit' }),
      /** `23 Nov` */
      shortDay: telling({ day: 'numeric', month: 'short' }),
      /** `23 Nov 2026` */
      day: telling(date),
      /** `23 Nov 2026, 10:42` */
      dayAndTime: telling({ ...date, ...clock }),
    }
  }, [locale, timeZone])
}
