import { formatCount } from '@/components/wall/numbers'
import { formatDuration } from '@/lib/i18n/duration'
import type { Locale } from '@/lib/i18n/locale'
import { type Figure, UNIT_OF_FIGURE } from '@/lib/kpi/figures'

/** A figure's value as it is told: 82.7 %, 0:42, 1,204; a dash where there is none. */
export function figureText(figure: Figure, value: number | null, locale: Locale): string {
  if (value === null) return '–'
  switch (UNIT_OF_FIGURE[figure]) {
    case 'share':
      return new Intl.NumberFormat(locale, {
        style: 'percent',
        maximumFractionDigits: 1,
        roundingMode: 'trunc',
      } as object).format(value)
    case 'ms':
      return formatDuration(value)
    default:
      return formatCount(locale, value)
  }
}
