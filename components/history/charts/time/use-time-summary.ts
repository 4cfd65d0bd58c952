'use client'

import { useLocale, useTranslations } from 'use-intl'
import { formatCount } from '@/components/wall/numbers'
import { unseenParts } from '@/lib/domain/gap'
import type { Locale } from '@/lib/i18n/locale'
import { offeredOf } from '@/lib/kpi/tally'
import type { Report } from '@/lib/protocol/visits'
import { figureText } from '../../figure-text'
import { figureIn } from '../../sums'
import type { Bar } from './bars'

/** The whole chart in a sentence or two, for those who do not see it. */
export function useTimeSummary(report: Report, title: (bar: Bar) => string, bars: readonly Bar[]): string {
  const t = useTranslations('charts')
  const locale = useLocale() as Locale
  const { total, level, gaps } = report
  const highest = bars.reduce<Bar | null>(
    (most, bar) => (most === null || offeredOf(bar.tally) > offeredOf(most.tally) ? bar : most),
    null,
  )
  const sums = { tally: total, level }
  const text = (figure: 'offered' | 'answered' | 'lost' | 'serviceLevel') =>
    figureText(figure, figureIn(figure, sums), locale)
  const whole = t('summary', {
    ...{ offered: text('offered'), answered: text('answered'), lost: text('lost'), level: text('serviceLevel') },
    gaps: gaps.flatMap(unseenParts).length,
  })
  if (highest === null) return whole
  return `${whole} ${t('highest', { when: title(highest), count: formatCount(locale, offeredOf(highest.tally)) })}`
}
