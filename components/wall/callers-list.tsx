'use client'

import { Fragment, memo } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { Elapsed, Ticking } from '@/components/live/ticking'
import { Icon } from '@/components/ui/icon'
import type { Caller } from '@/lib/domain/caller'
import type { Queue } from '@/lib/domain/queue'
import { formatDuration } from '@/lib/i18n/duration'
import { waitLimitOf } from './board/queue-view'
import { useQueueView } from './board/use-board'
import { Explained } from './explained'
import { formatCount } from './numbers'

/** Rows that fit beside the tile, the line of the limit included. */
const ROWS = 11

/** Who waits in a queue, in the order in which they will be answered, cut where the wait passes its limit. */
export function CallersList({ queueId }: { queueId: string }) {
  const t = useTranslations('callers')
  const view = useQueueView(queueId)
  if (!view) return null
  const { callers, overSince, queue } = view
  const isOver = ({ joinedAt }: Caller) => overSince !== null && joinedAt <= overSince
  const cutAt = cutOf(callers.map(isOver))
  const shown = callers.slice(0, callers.length > ROWS - 1 ? ROWS - 1 : ROWS)
  const limit = waitLimitOf(queue)
  return (
    <section className="callers" aria-label={t('title')}>
      <h2>{t('title')}</h2>
      {callers.length === 0 ? (
        <p className="none">{t('none')}</p>
      ) : (
        <ol className={shown.length >= ROWS - 1 ? 'packed' : ''}>
          {shown.map((caller, i) => (
            <Fragment key={caller.id}>
              <CallerRow caller={caller} over={isOver(caller)} />
              {limit !== null && i + 1 === cutAt && (
                <li className="cut">{t('limit', { limit: formatDuration(limit * 1000) })}</li>
              )}
            </Fragment>
          ))}
        </ol>
      )}
      <More queue={queue} callers={callers.slice(shown.length)} />
    </section>
  )
}

/** How many stand before the limit's line: only where those over it come first (priorities may mix them); 0 for none. */
function cutOf(over: readonly boolean[]): number {
  const first = over.indexOf(false)
  const count = first === -1 ? over.length : first
  return over.indexOf(true, count) === -1 ? count : 0
}

const CallerRow = memo(function CallerRow({ caller, over }: { caller: Caller; over: boolean }) {
  const t = useTranslations('callers')
  const locale = useLocale()
  return (
    <li>
      <span className="no">{formatCount(locale, caller.position)}</span>
      <span className="n">
        <Who caller={caller} />
      </span>
      <span className="prio">
        {caller.priority > 0 && (
          <>
            <Icon name="priority" />
            <span className="sr-only">{t('priority', { priority: caller.priority })}</span>
            <span aria-hidden="true">{formatCount(locale, caller.priority)}</span>
          </>
        )}
        {over && <Icon name="critical" className="s-over" />}
      </span>
      <b className="fig">
        <Elapsed since={caller.joinedAt} />
      </b>
    </li>
  )
})

function Who({ caller: { name, number } }: { caller: Caller }) {
  const t = useTranslations('callers')
  if (name === null && number === null) return t('withheld')
  if (name === null) return <bdi>{number}</bdi>
  return (
    <>
      <bdi>{name}</bdi> <bdi className="no">{number}</bdi>
    </>
  )
}

function More({ queue, callers }: { queue: Queue; callers: readonly Caller[] }) {
  const t = useTranslations('callers')
  const longest = Math.min(...callers.map(({ joinedAt }) => joinedAt))
  if (callers.length === 0) return null
  return (
    <p className="more">
      <Explained figure="waiting" queue={queue}>
        <Ticking tell={(now) => t('more', { count: callers.length, wait: formatDuration(now - longest + 1000) })} />
      </Explained>
    </p>
  )
}
