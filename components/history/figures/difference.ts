import { formatCount } from '@/components/wall/numbers'
import { formatDuration } from '@/lib/i18n/duration'
import type { Locale } from '@/lib/i18n/locale'
import type { Figure, UNIT_OF_FIGURE } from '@/lib/kpi/figures'
import { unreachable } from '@/lib/unreachable'
import { tenthsOf } from '../figure-text'

type Direction = 'up' | 'down' | 'same'

/** How far a figure is from that of the span before, and which way; told by as much as is shown of it. */
export function differenceOf(unit: (typeof UNIT_OF_FIGURE)[Figure], now: number, before: number) {
  const step = STEPS[unit]
  const shown = (value: number) => (unit === 'share' ? tenthsOf(value) : Math.trunc(value / step))
  const by = shown(now) - shown(before)
  const direction: Direction = by > 0 ? 'up' : by < 0 ? 'down' : 'same'
  return { direction, by: Math.abs(by) * step }
}

/** What the smallest shown part of each is: one, a tenth of a per cent, a second. */
const STEPS = { count: 1, share: 0.001, ms: 1_000 } as const
/** Shares differ by percentage points. */
export function differenceText(
  unit: (typeof UNIT_OF_FIGURE)[Figure],
  by: number,
  locale: Locale,
  points: (text: string) => string,
): string {
  switch (unit) {
    case 'count':
      return formatCount(locale, by)
    case 'ms':
      return formatDuration(by)
    case 'share':
      return points(new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(by * 100))
    default:
      return unreachable(unit)
  }
}
