'use client'

import { useCallback } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { useLiveCache } from '@/components/live/live-context'
import { Ticking } from '@/components/live/ticking'
import { useCacheStatus } from '@/components/live/use-live'
import { Icon } from '@/components/ui/icon'
import type { LinkHealth } from '@/lib/domain/link'
import { unreachable } from '@/lib/unreachable'
import { usePicture } from './board/use-board'
import { faultyLink } from './link-state'
import { formatTenths } from './numbers'
import { useLoaded } from './use-loaded'
import { useLongTime } from './use-long-time'
import { useNewestGap } from './use-newest-gap'
import { useOnline } from './use-online'
import { useWallSettings } from './wall-settings'

/** From here on the age of the data is told in whole units. */
const TENTHS_UNTIL_MS = 10_000

/** Always on the picture: whether it is live, how old it is, and which PBX it comes from. */
export function LinkLine() {
  const freshness = useCacheStatus((status) => status.freshness)
  return (
    <footer className="link">
      {freshness === 'live' || freshness === 'late' ? <LiveLink late={freshness === 'late'} /> : <BrokenLink />}
      <End />
    </footer>
  )
}

const loadGap = () => import('./data-gap').then(({ DataGap }) => DataGap)

function LiveLink({ late }: { late: boolean }) {
  const t = useTranslations('link')
  const gap = useNewestGap()
  const unseenMs = usePicture((picture) => picture.totals.unseenMs)
  const misses = gap !== null || unseenMs > 0
  const Gap = useLoaded(misses ? loadGap : null)
  return (
    <>
      <Icon name="live" className="ok" />
      <b>{t(late ? 'late' : 'live')}</b>
      {late ? (
        <b>
          <Age />
        </b>
      ) : (
        <span>
          <Age />
          {!misses && <Connected />}
        </span>
      )}
      {Gap && <Gap gap={gap} unseenMs={unseenMs} />}
    </>
  )
}

function Age() {
  const t = useTranslations('link')
  const locale = useLocale()
  const longTime = useLongTime()
  const cache = useLiveCache()
  // Every heartbeat makes the data young again: read where it is told, it costs no render.
  const tell = useCallback(
    (now: number) => {
      const age = Math.max(0, now - (cache.status().trueAt ?? now))
      if (age < TENTHS_UNTIL_MS) return t('age', { age: formatTenths(locale, age / 1000) })
      return t('ageLong', { age: longTime(age) })
    },
    [t, locale, cache, longTime],
  )
  return <Ticking tell={tell} clock="screen" />
}

function Connected() {
  const t = useTranslations('link')
  const longTime = useLongTime()
  const cache = useLiveCache()
  const tell = useCallback(
    (now: number) =>
      cache
        .status()
        .links.filter(({ liveSince }) => liveSince !== null)
        .map(({ label, liveSince }) => `, ${t('connected', { pbx: label, time: longTime(now - (liveSince ?? now)) })}`)
        .join(''),
    [t, cache, longTime],
  )
  return <Ticking tell={tell} clock="screen" />
}

function BrokenLink() {
  const t = useTranslations('link')
  const online = useOnline()
  const freshness = useCacheStatus((status) => status.freshness)
  const socket = useCacheStatus((status) => status.socket)
  const faulty = useCacheStatus(faultyLink)
  if (!online) return <Sign icon="lost" word={t('offline')} hint={t('offlineHint')} />
  if (socket === 'disconnected') return <Sign icon="lost" word={t('noServer')} hint={t('noServerHint')} />
  if (faulty) return <FaultyLink link={faulty} />
  if (freshness === 'connecting') return <Sign icon="catchingUp" word={t('connecting')} hint={t('connectingHint')} />
  return <Sign icon="catchingUp" word={t('catchingUp')} hint={t('catchingUpHint')} />
}

function FaultyLink({ link }: { link: LinkHealth }) {
  const t = useTranslations('link')
  const { label: pbx, state, error } = link
  switch (state) {
    case 'live':
    case 'syncing':
      return <Sign icon="catchingUp" word={t('catchingUp')} hint={t('catchingUpHint')} />
    case 'refused':
      return <Sign icon="lost" word={t('refused', { pbx })} hint={error ?? ''} />
    case 'connecting':
    case 'lost':
      if (state === 'connecting' && link.attempt === 0)
        return <Sign icon="catchingUp" word={t('connecting')} hint={t('connectingPbx', { pbx })} />
      return (
        <>
          <Icon name="lost" />
          <b>{t('noAnswer', { pbx })}</b>
          <span>
            <NextTry link={link} />
          </span>
        </>
      )
    default:
      return unreachable(state)
  }
}

function NextTry({ link: { attempt: made, nextTryAt } }: { link: LinkHealth }) {
  const t = useTranslations('link')
  // While one is due it is the next one that is told, once it runs it is among those made.
  const attempt = nextTryAt === null ? Math.max(1, made) : made + 1
  const tell = (now: number) => {
    const seconds = nextTryAt === null ? 0 : Math.ceil((nextTryAt - now) / 1000)
    return seconds > 0 ? t('tryIn', { attempt, seconds }) : t('tryNow', { attempt })
  }
  return <Ticking tell={tell} clock="screen" />
}

function Sign({ icon, word, hint }: { icon: 'lost' | 'catchingUp'; word: string; hint: string }) {
  return (
    <>
      <Icon name={icon} />
      <b>{word}</b>
      <span>{hint}</span>
    </>
  )
}

function End() {
  const t = useTranslations()
  const { settings } = useWallSettings()
  const demo = useCacheStatus((status) => status.demo)
  const unknown = usePicture((picture) => picture.unknown)
  const some = usePicture((picture) => picture.order.length > 0)
  return (
    <>
      <span className="end">
        {some && unknown.length > 0 && <b>{t('empty.unknownQueues', { names: unknown.join(', ') })} · </b>}
        {settings.place}
      </span>
      {demo && <b className="demo">{t('link.demo')}</b>}
    </>
  )
}
