'use client'

import { useLocale, useTranslations } from 'use-intl'
import { Icon } from '@/components/ui/icon'
import type { KpiWindow, QueueKpi } from '@/lib/domain/kpi'
import type { Locale } from '@/lib/i18n/locale'
import { FIGURES, type Figure } from '@/lib/kpi/figures'
import { figureText } from './figure-text'
import { figureOver, unseenOver } from './sums'

type FiguresPanelProps = {
  kpis: readonly QueueKpi[]
  window: KpiWindow
  opened: Figure | null
  onOpen: (figure: Figure | null) => void
}

/** Every figure of the window, live; pressing one opens what it is made of. */
export function FiguresPanel({ kpis, window, opened, onOpen }: FiguresPanelProps) {
  const t = useTranslations('history')
  const locale = useLocale() as Locale
  const unseen = Math.round(unseenOver(kpis, window) / 60_000)
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
              <b className="fig">{figureText(figure, figureOver(figure, kpis, window), locale)}</b>
            </button>
          </li>
        ))}
      </ul>
      {unseen > 0 && (
        <p className="history-unseen">
          <Icon name="warning" /> {t('unseen', { minutes: unseen })}
        </p>
      )}
    </section>
  )
}
