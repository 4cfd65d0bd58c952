'use client'

import { memo } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { Elapsed } from '@/components/live/ticking'
import { Icon } from '@/components/ui/icon'
import { useQueueView, useQueueWindow } from './board/use-board'
import { Explained } from './explained'
import { Count } from './figure'
import { GapMark } from './gap-mark'
import { formatPercent, wholePercent } from './numbers'
import { usePage } from './use-page'
import './css/lanes.css'

/** Queues as lines in columns; more than fit are shown page by page. */
export function QueueLines({ ids, columns, rows }: { ids: readonly string[]; columns: number; rows: number }) {
  const t = useTranslations()
  const page = usePage(ids.length, columns, rows)
  const shown = ids.slice(page.from, page.to)
  const perColumn = page.rows
  const paged = page.pages > 1
  return (
    <div className="lines">
      {Array.from({ length: columns }, (_, column) => column).map((column) => (
        <ol key={column}>
          <li className="head-row">
            {paged && column === 0 && (
              <span className="page">{t('lines.shown', { from: page.from + 1, to: page.to, count: ids.length })}</span>
            )}
            <span>{t('tile.linesHead')}</span>
          </li>
          {shown.slice(column * perColumn, (column + 1) * perColumn).map((id) => (
            <QueueLine key={id} id={id} />
          ))}
        </ol>
      ))}
    </div>
  )
}

const QueueLine = memo(function QueueLine({ id }: { id: string }) {
  const t = useTranslations('level')
  const locale = useLocale()
  const view = useQueueView(id)
  const window = useQueueWindow()
  if (!view) return null
  const { queue, figures, alarm, tally, level } = view
  return (
    <li data-level={alarm.level} data-queue={queue.name}>
      <Icon name={alarm.level} />
      <span className="n">
        {alarm.level !== 'closed' && <span className="sr-only">{t(alarm.level)}</span>}
        <bdi>{queue.label}</bdi>
      </span>
      {alarm.level === 'closed' ? (
        <span className="c">{t('closed')}</span>
      ) : (
        <>
          <Count figure="waiting" queue={queue} value={figures.waiting} />
          <span className="k">
            <Explained figure="longestNow" queue={queue}>
              <Elapsed since={figures.longestSince} />
            </Explained>
          </span>
          <span className="k">
            {tally && <GapMark unseenMs={tally.unseenMs} window={window} />}
            <Explained figure="serviceLevel" queue={queue}>
              {level === null ? '–' : formatPercent(locale, wholePercent(level))}
            </Explained>
          </span>
        </>
      )}
    </li>
  )
})
