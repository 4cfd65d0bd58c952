'use client'

import type { ReactNode } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import type { QueueView } from '@/components/wall/board/queue-view'
import { GapMark } from '@/components/wall/gap-mark'
import { formatCount, formatPercent, wholePercent } from '@/components/wall/numbers'
import { useRoom } from '@/components/wall/use-room'
import { formatDuration } from '@/lib/i18n/duration'
import type { Figure } from '@/lib/kpi/figures'
import { lostOf } from '@/lib/kpi/window-tally'
import { useDeskView } from '../desk-context'
import { ExplainedFigure } from '../explained-figure'
import { useWindowText } from '../use-window-text'

/** What became of a queue's callers in the window that is shown; each figure opens to what it is made of. */
export function QueueSums({ view: { queue, tally, level } }: { view: QueueView }) {
  const t = useTranslations('supervise.drawer')
  const locale = useLocale()
  const { window } = useDeskView().view
  const windowText = useWindowText()
  const count = (value: number | undefined) => (value === undefined ? '–' : formatCount(locale, value))
  const mean = (ms = 0, visits = 0) => (visits === 0 ? '–' : formatDuration(ms / visits))
  const figures: readonly [Figure, string, string][] = [
    ['answered', t('answered'), count(tally?.answered)],
    ['lost', tally?.short ? t('lostShort', { short: tally.short }) : t('lost'), count(tally && lostOf(tally))],
    [
      'serviceLevel',
      tally ? t('serviceLevel', { seconds: tally.thresholdMs / 1000 }) : t('limitLevel'),
      level === null ? '–' : formatPercent(locale, wholePercent(level)),
    ],
    ['averageWait', t('averageWait'), mean(tally?.waitMs, tally?.waits)],
    ['averageTalk', t('averageTalk'), mean(tally?.talkMs, tally?.talks)],
  ]
  return (
    <section>
      <h3>
        {windowText(window, tally?.daySince ?? null)}
        {tally && <GapMark unseenMs={tally.unseenMs} window={window} />}
      </h3>
      <dl className="kv">
        {figures.map(([figure, label, text]) => (
          <div key={figure}>
            <dd className="fig">
              <ExplainedFigure figure={figure} queue={queue}>
                {text}
              </ExplainedFigure>
            </dd>
            <dt>{label}</dt>
          </div>
        ))}
      </dl>
      <Target view={{ queue, tally }} />
    </section>
  )
}

function Target({ view: { queue, tally } }: { view: Pick<QueueView, 'queue' | 'tally'> }): ReactNode {
  const t = useTranslations('tile')
  const locale = useLocale()
  const room = useRoom()
  const target = queue.limits.levelWarning ?? queue.limits.levelCritical
  if (target === null) return null
  const far = tally ? room(tally, target) : null
  return (
    <p className="dim">
      {t('target', { target: formatPercent(locale, target) })}
      {far !== null && (
        <>
          {': '}
          <ExplainedFigure figure="serviceLevel" queue={queue}>
            {far}
          </ExplainedFigure>
        </>
      )}
    </p>
  )
}
