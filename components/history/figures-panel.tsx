'use client'

import { useLocale, useTranslations } from 'use-intl'
import { Icon } from '@/components/ui/icon'
import type { Locale } from '@/lib/i18n/locale'
import { FIGURES, type Figure } from '@/lib/kpi/figures'
import type { Report } from '@/lib/protocol/visits'
import { figureText } from './figure-text'
import { figureIn } from './sums'

type FiguresPanelProps = {
  report: Report
  opened: Figure | null
  onOpen: (figure: Figure | null) => void
}

/** Every figure of the span; pressing one opens what it is made of. */
export function FiguresPanel({ report, opened, onOpen }: FiguresPanelProps) {
  const t = useTranslations('history')
  const locale = useLocale() as Locale
  const sums = { tally: report.total, level: report.level }
  return (
    <section className="ui-panel history-figures" aria-label={t('figures')}>
      <ul>
        {FIGURES.map((figure) => (
          <li key={figure}>
            <button
              type="button"
              aria-pressed={opened === figure}
              onClick={() => onOpen(opened === figure ? null : figure)}
            >
              <span>{t(`figure.${figure}`)}</span>
              <b className="fig">{figureText(figure, figureIn(figure, sums), locale)}</b>
            </button>
          </li>
        ))}
      </ul>
      <Unseen report={report} />
    </section>
  )
}

/** A figure over what nobody saw is less than it was, and says so. */
function Unseen({ report: { gaps, from, to } }: { report: Report }) {
  const t = useTranslations('history')
  const unseenMs = gaps.reduce((sum, gap) => sum + Math.min(gap.to, to) - Math.max(gap.from, from), 0)
  if (unseenMs <= 0) return null
  return (
    <p className="history-unseen">
      <Icon name="warning" /> {t('unseen', { minutes: Math.ceil(unseenMs / 60_000) })}
    </p>
  )
}
