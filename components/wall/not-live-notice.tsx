'use client'

import { useCallback } from 'react'
import { useTranslations } from 'use-intl'
import { Ticking } from '@/components/live/ticking'
import { useCacheStatus } from '@/components/live/use-live'
import { Icon } from '@/components/ui/icon'
import { formatDuration } from '@/lib/i18n/duration'
import { faultyLink } from './link-state'
import { useWallSettings } from './wall-settings'

/** Says that the picture is not live, since when, and what comes next. */
export function NotLiveNotice() {
  const t = useTranslations('notice')
  const { clock } = useWallSettings()
  const catchingUp = useCacheStatus(({ freshness }) => freshness !== 'stale')
  const refused = useCacheStatus((status) => faultyLink(status)?.state === 'refused')
  const trueAt = useCacheStatus((status) => status.trueAt)
  const nextTryAt = useCacheStatus((status) =>
    status.socket === 'connected' ? (faultyLink(status)?.nextTryAt ?? null) : null,
  )
  const since = useCallback((now: number) => t('notLive', { time: formatDuration(now - (trueAt ?? now)) }), [t, trueAt])
  const nextTry = useCallback(
    (now: number) => {
      if (nextTryAt === null) return ''
      const seconds = Math.ceil((nextTryAt - now) / 1000)
      return seconds > 0 ? t('nextTry', { seconds }) : t('trying')
    },
    [t, nextTryAt],
  )
  return (
    <div className="notice" role="alert">
      <Icon name={catchingUp ? 'catchingUp' : 'lost'} />
      <b>{catchingUp ? t('catchingUp') : <Ticking tell={since} clock="screen" />}</b>
      <span>
        {refused && `${t('refused')}. `}
        {trueAt !== null && t('hollowFrom', { time: clock.timeWithSeconds(trueAt) })}{' '}
        <Ticking tell={nextTry} clock="screen" />
      </span>
    </div>
  )
}
