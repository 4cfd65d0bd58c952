import { formatCount } from '@/components/wall/numbers'
import { formatDuration } from '@/lib/i18n/duration'
import type { Locale } from '@/lib/i18n/locale'
import { type Figure, UNIT_OF_FIGURE } from '@/lib/kpi/figures'

/** A figure's value as it is told: 82.7 %, 0:42, 1,204; a dash where there is none. */
export function figureText(figure: Figure, value: number | null, locale: Locale): string {
  if (value === null) return '–'
  switch (UNIT_OF_FIGURE[figure]) {
    case 'share':
      return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }).format(
        tenthsOf(value) / 1000,
      )
    case 'ms':
      return formatDuration(value)
    default:
      return formatCount(locale, value)
  }
}

/** A share in tenths of a per cent as they are shown: rounded, but not up to a whole one, or a target just missed would read as reached. */
export function tenthsOf(share: number): number {
  const tenths = Math.round(share * 1000)
  return tenths % 10 === 0 ? Math.min(tenths, Math.floor(share * 1000 + PRECISION)) : tenths
}

/** 0.57 × 1000 is 569.99… to a computer. */
const PRECISION = 1e-9
