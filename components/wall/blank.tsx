'use client'

import { type ComponentType, useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useCacheStatus } from '@/components/live/use-live'
import { Icon } from '@/components/ui/icon'
import { usePicture } from './board/use-board'
import { faultyLink } from './link-state'

/** What stands where tiles would: nothing yet, the PBX refuses us, or there is no queue to show. */
export function Blank({ names }: { names: readonly string[] | null }) {
  const t = useTranslations('empty')
  const live = useCacheStatus(({ freshness }) => freshness === 'live' || freshness === 'late')
  const faulty = useCacheStatus(faultyLink)
  if (faulty?.state === 'refused') return <Refused pbx={faulty.label} error={faulty.error} />
  if (live) return names === null ? <NoQueues /> : <NoMatch />
  return (
    <main className="blank" aria-busy="true">
      <Icon name={faulty?.state === 'lost' ? 'lost' : 'catchingUp'} />
      <h2>{t('connecting')}</h2>
      <p>{t('connectingHint')}</p>
    </main>
  )
}

function Refused({ pbx, error }: { pbx: string; error: string | null }) {
  const t = useTranslations()
  return (
    <main className="blank">
      <Icon name="lost" />
      <h2>{t('link.refused', { pbx })}</h2>
      {error !== null && (
        <p>
          <bdi>{error}</bdi>
        </p>
      )}
      <p>{t('empty.refusedHint')}</p>
    </main>
  )
}

function NoQueues() {
  const t = useTranslations('empty')
  const links = useCacheStatus((status) => status.links)
  return (
    <main className="blank">
      <Icon name="closed" />
      <h2>{t('noQueues')}</h2>
      <p>{t('noQueuesHint', { pbx: links.map(({ label }) => label).join(', ') })}</p>
    </main>
  )
}

function NoMatch() {
  const t = useTranslations('empty')
  const unknown = usePicture((picture) => picture.unknown)
  const [KnownQueues, setKnownQueues] = useState<ComponentType | null>(null)
  // Few walls ever need it, so its code is not in the first load.
  useEffect(() => {
    import('./known-queues').then(
      ({ KnownQueues: loaded }) => setKnownQueues(() => loaded),
      () => {}, // The hint alone will do.
    )
  }, [])
  return (
    <main className="blank">
      <Icon name="closed" />
      <h2>{t('noMatch')}</h2>
      <p>{t('noMatchHint', { names: unknown.join(', ') })}</p>
      {KnownQueues && <KnownQueues />}
    </main>
  )
}
