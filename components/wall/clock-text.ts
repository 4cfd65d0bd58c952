import type { Locale } from '@/lib/i18n/locale'

/** English dates are written day first, as most of the world writes them. */
const TAGS: Record<Locale, string> = { en: 'en-GB', ru: 'ru' }

type Part = Intl.DateTimeFormatPartTypes

/** How one board tells times: in its language and its own time zone. Moments in ms since 1970. */
export class ClockText {
  private readonly clock: Intl.DateTimeFormat
  private readonly seconds: Intl.DateTimeFormat
  private readonly day: Intl.DateTimeFormat
  private readonly zone: Intl.DateTimeFormat
  private readonly tag: string

  constructor(
    private readonly locale: Locale,
    private readonly timeZone: string,
  ) {
    this.tag = TAGS[locale]
    this.clock = this.format({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
    this.seconds = this.format({ hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' })
    this.day = this.format({ weekday: 'short', day: 'numeric', month: locale === 'ru' ? 'long' : 'short' })
    this.zone = this.format({ timeZoneName: locale === 'ru' && !isUtc(timeZone) ? 'shortGeneric' : 'short' })
  }

  /** `10:42` */
  time = (moment: number): string => this.clock.format(moment)

  /** `10:42:05` */
  timeWithSeconds = (moment: number): string => this.seconds.format(moment)

  /** `Mon 23 Nov · Warsaw, CET` */
  date = (moment: number): string => `${this.dayOf(moment)} · ${this.zoneOf(moment)}`

  /** `08:00` on the day of `now`, else with the date: `21 Nov 08:00`. */
  since(moment: number, now: number): string {
    if (this.dayOf(moment) === this.dayOf(now)) return this.time(moment)
    const parts = this.day.formatToParts(moment)
    return `${pick(parts, 'day')} ${pick(parts, 'month')} ${this.time(moment)}`
  }

  private dayOf(moment: number): string {
    const parts = this.day.formatToParts(moment)
    return `${pick(parts, 'weekday')} ${pick(parts, 'day')} ${pick(parts, 'month')}`
  }

  /** Zones are told by city and name; where the language names the place itself (`Москва`), that is enough. */
  private zoneOf(moment: number): string {
    const name = pick(this.zone.formatToParts(moment), 'timeZoneName')
    const city = this.timeZone.includes('/') ? this.timeZone.split('/').at(-1)?.replaceAll('_', ' ') : undefined
    return this.locale === 'ru' || city === undefined || city === name ? name : `${city}, ${name}`
  }

  private format(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
    return new Intl.DateTimeFormat(this.tag, { ...options, timeZone: this.timeZone })
  }
}

/** Where no city is meant, its generic name would be `GMT+0`. */
function isUtc(timeZone: string): boolean {
  return timeZone === 'UTC' || timeZone.startsWith('Etc/')
}

function pick(parts: readonly Intl.DateTimeFormatPart[], type: Part): string {
  return parts.find((part) => part.type === type)?.value ?? ''
}
