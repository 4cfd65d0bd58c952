import type { Locale } from '@/lib/i18n/locale'

/** How the page tells moments, in the board's own zone. */
export type Times = Record<'time' | 'seconds' | 'day' | 'moment', (at: number) => string>

/** English dates are written day first, as on the wall. */
const TAGS: Record<Locale, string> = { en: 'en-GB', ru: 'ru' }

/** `14:03`, `14:03:12`, `Thu, 26 Nov`, and all of it with the year. */
export function timesIn(locale: Locale, timeZone: string): Times {
  const format = (options: Intl.DateTimeFormatOptions) => {
    const { format: tell } = new Intl.DateTimeFormat(TAGS[locale], { ...options, timeZone })
    return (at: number) => tell(at)
  }
  const time = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
  const day = { weekday: 'short', day: 'numeric', month: 'short' } as const
  return {
    time: format(time),
    seconds: format({ ...time, second: '2-digit' }),
    day: format(day),
    moment: format({ ...day, year: 'numeric', ...time, second: '2-digit' }),
  }
}
