'use client'

import { useCallback } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { isSolid } from '@/components/live/ticker'
import { Elapsed, Ticking } from '@/components/live/ticking'
import { useCacheStatus } from '@/components/live/use-live'
import { minutesOf } from '@/lib/kpi/window-tally'
import { usePicture, useQueueView, useQueueWindow } from './board/use-board'
import { Explained } from './explained'
import { Count, Percent } from './figure'
import { NotLiveNotice } from './not-live-notice'
import { formatCount } from './numbers'
import { Total, WindowTotal } from './total'
import { useLoaded } from './use-loaded'
import { useWallSettings } from './wall-settings'

/** Title, totals and clock. While the picture is not live a notice stands in the totals' place. */
export function WallHead({ title }: { title: string | null }) {
  const order = usePicture((picture) => picture.order)
  const solid = useCacheStatus(({ freshness }) => isSolid(freshness))
  const only = order.length === 1 ? order[0] : undefined
  return (
    <header className="head">
      <Who title={title} />
      {order.length > 0 && solid && <Totals only={only} />}
      {order.length > 0 && !solid && <NotLiveNotice />}
      <Clock />
    </header>
  )
}

function Who({ title }: { title: string | null }) {
  const t = useTranslations('head')
  const { settings, clock } = useWallSettings()
  const order = usePicture((picture) => picture.order)
  const count = order.length
  const since = usePicture((picture) => picture.totals.daySince)
  const minutes = minutesOf(useQueueWindow())
  const first = useQueueView(order[0] ?? '')
  const tell = useCallback(
    (now: number) => {
      if (minutes !== null) return t('queuesLast', { count, minutes })
      return since === null ? t('queues', { count }) : t('queuesToday', { count, since: clock.since(since, now) })
    },
    [t, clock, count, since, minutes],
  )
  const named = title ?? (order.length === 1 ? first?.queue.label : settings.title) ?? t('allQueues')
  return (
    <div className="who">
      <span className="lab">{count > 0 && <Ticking tell={tell} clock="screen" />}</span>
      <h1>
        <bdi>{named}</bdi>
      </h1>
    </div>
  )
}

// With one queue the head tells other figures: only then their code is loaded.
const loadQueueTotals = () => import('./queue-totals').then(({ QueueTotals }) => QueueTotals)

function Totals({ only }: { only: string | undefined }) {
  const OfQueue = useLoaded(only === undefined ? null : loadQueueTotals)
  return (
    <>
      {only === undefined ? <AllTotals /> : OfQueue && <OfQueue id={only} />}
      <ReadyAgents />
    </>
  )
}

function AllTotals() {
  const t = useTranslations('head')
  const totals = usePicture((picture) => picture.totals)
  return (
    <>
      <Total label={t('waiting')}>
        <Count figure="waiting" value={totals.waiting} />
      </Total>
      <Total label={t('longestWait')}>
        <b className="fig">
          <Explained figure="longestNow" queue={null}>
            <Elapsed since={totals.longestSince} />
          </Explained>
        </b>
      </Total>
      <WindowTotal figure="serviceLevel" queue={null} unseenMs={totals.unseenMs}>
        <Percent value={totals.serviceLevel} />
      </WindowTotal>
      <WindowTotal figure="answered" queue={null} unseenMs={totals.unseenMs}>
        <Count value={totals.answered} />
      </WindowTotal>
      <WindowTotal figure="lost" queue={null} unseenMs={totals.unseenMs}>
        <Count value={totals.lost} />
      </WindowTotal>
    </>
  )
}

function ReadyAgents() {
  const t = useTranslations('head')
  const locale = useLocale()
  const ready = usePicture((picture) => picture.crew.ready)
  const count = usePicture((picture) => picture.agents.length)
  return (
    <Total label={t('ready')}>
      <b className="fig">
        <Explained figure="agents.ready" queue={null}>
          {formatCount(locale, ready)}
        </Explained>
        <span className="u">
          {' '}
          <Explained figure="agents.all" queue={null}>
            {t('ofAgents', { count })}
          </Explained>
        </span>
      </b>
    </Total>
  )
}

/** The screen's own clock: it runs and stays solid whatever happens to the data. */
function Clock() {
  const { clock } = useWallSettings()
  return (
    <div className="clock">
      <Ticking className="lab" tell={clock.date} clock="screen" />
      <b className="fig">
        <Ticking tell={clock.time} clock="screen" />
      </b>
    </div>
  )
}
