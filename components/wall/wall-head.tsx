'use client'

import { type ReactNode, useCallback } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { isSolid } from '@/components/live/ticker'
import { Elapsed, Ticking } from '@/components/live/ticking'
import { useCacheStatus } from '@/components/live/use-live'
import { formatDuration } from '@/lib/i18n/duration'
import { usePicture, useQueueView } from './board/use-board'
import { Count, Percent } from './figure'
import { NotLiveNotice } from './not-live-notice'
import { formatCount } from './numbers'
import { useWallSettings } from './wall-settings'

/** Title, totals and clock. While the picture is not live a notice stands in the totals' place. */
export function WallHead({ title }: { title: string | null }) {
  const order = usePicture((picture) => picture.order)
  const solid = useCacheStatus(({ freshness }) => isSolid(freshness))
  const only = order.length === 1 ? order[0] : undefined
  return (
    <header className="head">
      <Who title={title} />
      {order.length > 0 && solid && (only === undefined ? <AllTotals /> : <QueueTotals id={only} />)}
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
  const since = usePicture((picture) => picture.totals.countersSince)
  const first = useQueueView(order[0] ?? '')
  const tell = useCallback(
    (now: number) =>
      since === null ? t('queues', { count }) : t('queuesSince', { count, since: clock.since(since, now) }),
    [t, clock, count, since],
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

function AllTotals() {
  const t = useTranslations('head')
  const totals = usePicture((picture) => picture.totals)
  return (
    <>
      <Total label={t('waiting')}>
        <Count value={totals.waiting} />
      </Total>
      <Total label={t('longestWait')}>
        <b className="fig">
          <Elapsed since={totals.longestSince} />
        </b>
      </Total>
      <Total label={t('serviceLevel')}>
        <Percent value={totals.serviceLevel} />
      </Total>
      <Total label={t('answered')}>
        <Count value={totals.answered} />
      </Total>
      <Total label={t('lost')}>
        <Count value={totals.lost} />
      </Total>
      <ReadyAgents />
    </>
  )
}

/** With one queue the tile itself holds the sums, so there is room for Asterisk's averages. */
function QueueTotals({ id }: { id: string }) {
  const t = useTranslations('head')
  const queue = useQueueView(id)?.queue
  if (!queue) return null
  const offered = queue.completed + queue.abandoned
  return (
    <>
      <Total label={t('offered')}>
        <Count value={offered} />
      </Total>
      <Total label={t('lostRate')}>
        <Percent value={offered === 0 ? null : (queue.abandoned / offered) * 100} tenths />
      </Total>
      <Total label={t('averageWait')}>
        <b className="fig">{queue.completed === 0 ? '–' : formatDuration(queue.holdtime * 1000)}</b>
      </Total>
      <Total label={t('averageTalk')}>
        <b className="fig">{queue.completed === 0 ? '–' : formatDuration(queue.talktime * 1000)}</b>
      </Total>
      <ReadyAgents />
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
        {formatCount(locale, ready)}
        <span className="u"> {t('ofAgents', { count })}</span>
      </b>
    </Total>
  )
}

function Total({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <span className="lab">{label}</span>
      {children}
    </div>
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
