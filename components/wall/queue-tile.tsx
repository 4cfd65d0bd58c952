'use client'

import { memo } from 'react'
import { useTranslations } from 'use-intl'
import { Elapsed } from '@/components/live/ticking'
import { Icon } from '@/components/ui/icon'
import { formatDuration } from '@/lib/i18n/duration'
import { lostOf } from '@/lib/kpi/window-tally'
import type { QueueView } from './board/queue-view'
import { useQueueView, useQueueWindow } from './board/use-board'
import { Explained, type ExplainedProps } from './explained'
import { Count } from './figure'
import { GapMark } from './gap-mark'
import { LevelBand } from './level-band'
import { Limit } from './limit'
import { ServiceLevel } from './service-level'
import { Sparkline } from './sparkline'
import './css/tile.css'
import './css/tile-foot.css'
import './css/tile-forms.css'
import './css/tile-stage.css'

/** One queue as a tile. Its size decides how much of this shows (css/tile-forms.css, css/tile-stage.css). */
export const QueueTile = memo(function QueueTile({ id, title }: { id: string; title?: string }) {
  const view = useQueueView(id)
  if (!view) return null
  const { queue, alarm } = view
  return (
    <section className="tile" data-level={alarm.level} data-queue={queue.name} aria-label={queue.label}>
      <div className="full">
        <LevelBand name={title ?? queue.label} alarm={alarm} />
        {alarm.level === 'closed' && <Closed />}
        <Now view={view} />
        <Sparkline trend={view.trend} />
        <ServiceLevel view={view} />
        <Day view={view} />
        <CrewLine queue={queue} {...view.figures} />
      </div>
    </section>
  )
})

function Now({ view: { queue, figures, alarm } }: { view: QueueView }) {
  const t = useTranslations('tile')
  const broken = alarm.broken.find(({ figure }) => figure === 'wait')
  const crowded = alarm.broken.find(({ figure }) => figure === 'waiting')
  // The limit that is broken, else the first one that a longer wait would break.
  const limit = broken?.limit ?? queue.limits.waitWarning ?? queue.limits.waitCritical
  return (
    <div className="now" data-crowded={crowded?.level}>
      <span className="sr-only">{t('waiting')}</span>
      <Count figure="waiting" queue={queue} value={figures.waiting} />
      <div className="wait">
        <span className="lab">{t('longestWait')}</span>
        <b className="fig">
          <Explained figure="longestNow" queue={queue}>
            <Elapsed since={figures.longestSince} />
          </Explained>
        </b>
        {limit !== null && <Limit text={t('limit', { limit: formatDuration(limit * 1000) })} broken={broken} />}
      </div>
    </div>
  )
}

function Day({ view: { queue, tally } }: { view: QueueView }) {
  return (
    <div className="pair">
      <OfDay figure="answered" queue={queue} value={tally?.answered} unseenMs={tally?.unseenMs} />
      <OfDay figure="lost" queue={queue} value={tally && lostOf(tally)} unseenMs={tally?.unseenMs} />
    </div>
  )
}

type OfDayProps = Pick<ExplainedProps, 'queue'> & {
  figure: 'answered' | 'lost'
  value: number | undefined
  unseenMs: number | undefined
}

function OfDay({ figure, queue, value, unseenMs = 0 }: OfDayProps) {
  const t = useTranslations('tile')
  const window = useQueueWindow()
  return (
    <div>
      <Explained figure={figure} queue={queue}>
        <Count value={value ?? null} />
      </Explained>
      <GapMark unseenMs={unseenMs} window={window} />
      <span className="lab">{t(figure)}</span>
    </div>
  )
}

/** Stands for all figures of a closed queue where the tile is too small to keep them. */
function Closed() {
  return <p className="closed lab">{useTranslations('level')('closedHint')}</p>
}

type CrewFigures = Pick<ExplainedProps, 'queue'> & { ready: number; onCall: number; paused: number; away: number }

function CrewLine({ queue, ready, onCall, paused, away }: CrewFigures) {
  const t = useTranslations('tile')
  return (
    <div className="crew">
      <CrewCount queue={queue} icon="ready" word={t('ready')} count={ready} />
      <CrewCount queue={queue} icon="onCall" word={t('onCall')} count={onCall} />
      <CrewCount queue={queue} icon="paused" word={t('paused')} count={paused} className="rare" />
      {away > 0 && <CrewCount queue={queue} icon="unavailable" word={t('unavailable')} count={away} className="rare" />}
    </div>
  )
}

type CrewCountProps = Pick<ExplainedProps, 'queue'> & {
  icon: 'ready' | 'onCall' | 'paused' | 'unavailable'
  word: string
  count: number
  className?: string
}

function CrewCount({ icon, queue, word, count, className = '' }: CrewCountProps) {
  return (
    <div className={className} title={word}>
      <Icon name={icon} />
      <span className="sr-only">{word}</span>
      <Count figure={icon} queue={queue} value={count} />
    </div>
  )
}
