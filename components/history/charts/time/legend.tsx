'use client'

import { useLocale, useTranslations } from 'use-intl'
import { useTimes } from '@/components/session/use-times'
import { formatPercent } from '@/components/wall/numbers'
import { BEGINNING, type Stretch, unseenParts } from '@/lib/domain/gap'
import { formatDuration } from '@/lib/i18n/duration'
import type { Locale } from '@/lib/i18n/locale'
import type { Report } from '@/lib/protocol/visits'
import { DAY } from '../plot/ticks'

type LegendProps = { report: Report; targets: readonly number[] }

/** What each colour and line is; each gap with its times, or how many there are. */
export function Legend({ report, targets }: LegendProps) {
  const t = useTranslations('charts')
  const locale = useLocale() as Locale
  const { other, unknown } = report.total
  const told = targets.map((target) => formatPercent(locale, target)).join(', ')
  return (
    <ul className="charts-legend">
      <li data-mark="answered">{t('legend.answered')}</li>
      <li data-mark="lost">{t('legend.lost')}</li>
      {other > 0 && <li data-mark="other">{t('legend.other')}</li>}
      {unknown > 0 && <li data-mark="unknown">{t('legend.unknown')}</li>}
      <li data-mark="level">{t('legend.level')}</li>
      {targets.length > 0 && <li data-mark="target">{t('legend.target', { target: told })}</li>}
      <GapsKey gaps={report.gaps} span={report} />
    </ul>
  )
}

type Gaps = Report['gaps']
/** So many are named one by one. */
const FEW = 2

/** What Asterisk's log told of afterwards is not drawn as unseen. */
export function GapsKey({ gaps: all, span }: { gaps: Gaps; span: Stretch }) {
  const t = useTranslations('charts')
  const h = useTranslations('history')
  const times = useTimes()
  const parts = all.flatMap(unseenParts)
  const beginnings = parts.filter(({ from }) => from === BEGINNING)
  const gaps = parts.filter(({ from }) => from !== BEGINNING)
  const isLong = span.to - span.from > DAY * 1.1
  const tell = ({ from, to }: Stretch) => {
    const time = to - from < 60_000 ? times.timeWithSeconds : times.time
    return `${isLong ? times.dayAndTime(from) : time(from)}–${time(to)}`
  }
  const unseen = gaps.reduce((sum, { from, to }) => sum + Math.min(to, span.to) - Math.max(from, span.from), 0)
  return (
    <>
      {beginnings.map(({ to }) => (
        <li key={to} data-mark="gap">
          {h('notBefore', { moment: times.dayAndTime(to) })}
        </li>
      ))}
      {gaps.length > 0 && (
        <li data-mark="gap" title={gaps.slice(0, 40).map(tell).join('\n')}>
          {gaps.length <= FEW
            ? t('legend.gap', { times: gaps.map(tell).join(', ') })
            : t('legend.gaps', { count: gaps.length, length: formatDuration(unseen) })}
        </li>
      )}
    </>
  )
}
