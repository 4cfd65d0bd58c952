'use client'

import { useCallback } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { useLiveCache } from '@/components/live/live-context'
import { isSolid } from '@/components/live/ticker'
import { Ticking } from '@/components/live/ticking'
import { useCacheStatus } from '@/components/live/use-live'
import { Icon } from '@/components/ui/icon'
import { faultyLink } from '@/components/wall/link-state'
import { formatTenths } from '@/components/wall/numbers'
import { useOnline } from '@/components/wall/use-online'

/** Whether the picture is live, and how old it is. */
export function LinkSign() {
  const freshness = useCacheStatus((status) => status.freshness)
  const demo = useCacheStatus((status) => status.demo)
  const t = useTranslations('link')
  return (
    <span className="desk-link" data-live={isSolid(freshness) ? '' : undefined} role="status">
      {isSolid(freshness) ? <Live late={freshness === 'late'} /> : <NotLive />}
      {demo && <span className="desk-demo">{t('demo')}</span>}
    </span>
  )
}

function Live({ late }: { late: boolean }) {
  const t = useTranslations()
  const locale = useLocale()
  const cache = useLiveCache()
  const tell = useCallback(
    (now: number) => {
      const age = Math.max(0, now - (cache.status().trueAt ?? now))
      return t('desk.age', { age: formatTenths(locale, age / 1000) })
    },
    [t, locale, cache],
  )
  return (
    <>
      <Icon name="live" />
      <b>{t(late ? 'link.late' : 'link.live')}</b>
      <Ticking tell={tell} clock="screen" />
    </>
  )
}

function NotLive() {
  const t = useTranslations('link')
  const online = useOnline()
  const freshness = useCacheStatus((status) => status.freshness)
  const socket = useCacheStatus((status) => status.socket)
  const faulty = useCacheStatus(faultyLink)
  const lost = !online || socket === 'disconnected' || faulty?.state === 'lost' || faulty?.state === 'refused'
  return (
    <>
      <Icon name={lost ? 'lost' : 'catchingUp'} />
      <b>{word()}</b>
    </>
  )

  function word(): string {
    if (!online) return t('offline')
    if (socket === 'disconnected') return t('noServer')
    if (faulty?.state === 'refused') return t('refused', { pbx: faulty.label })
    if (faulty?.state === 'lost') return t('noAnswer', { pbx: faulty.label })
    return t(freshness === 'connecting' ? 'connecting' : 'catchingUp')
  }
}
