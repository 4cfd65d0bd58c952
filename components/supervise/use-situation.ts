'use client'

import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { useLiveCache } from '@/components/live/live-context'
import { isSolid } from '@/components/live/ticker'
import { useCacheStatus } from '@/components/live/use-live'
import { useAbilities } from '@/components/session/use-abilities'
import { useViewer } from '@/components/session/viewer'
import type { Situation, WhyNot } from './actions/why-not'

/** Everything besides the record that decides whether something can be done to it. */
export function useSituation(pbx: string): Situation {
  const viewer = useViewer()
  const abilitiesOf = useAbilities()
  const fresh = useCacheStatus(({ freshness }) => isSolid(freshness))
  const up = useCacheStatus(({ links }) => links.find((link) => link.pbx === pbx)?.state === 'live')
  const abilities = abilitiesOf(pbx)
  return useMemo(() => ({ viewer, live: fresh && up, abilities }), [viewer, fresh, up, abilities])
}

const SAID = new Set([
  'notLive',
  'unsupported',
  'notConfigured',
  'noPhone',
  'alreadyPaused',
  'notPaused',
  'staticMember',
  'notMember',
  'alreadyMember',
  'alreadyFirst',
  'notTalking',
  'notParked',
  'oneParty',
  'alreadyRecorded',
  'notRecorded',
  'alreadyMuted',
  'notMuted',
  'ownPhone',
  'notRegistered',
] as const)
type Said = typeof SAID extends Set<infer T> ? T : never

/** Says in words why something cannot be done. */
export function useWhyText(): (why: WhyNot) => string {
  const t = useTranslations('supervise.why')
  return ({ reason, detail }) => {
    const why = t(isSaid(reason) ? reason : 'other')
    return detail === null ? why : t('withDetail', { why, detail })
  }
}

function isSaid(reason: string): reason is Said {
  return (SAID as ReadonlySet<string>).has(reason)
}

/** The same where hooks cannot stand: asks at the moment of a press. */
export function useSituationOf(): (pbx: string) => Situation {
  const viewer = useViewer()
  const abilitiesOf = useAbilities()
  const cache = useLiveCache()
  return (pbx) => {
    const { freshness, links } = cache.status()
    const up = links.find((link) => link.pbx === pbx)?.state === 'live'
    return { viewer, live: isSolid(freshness) && up, abilities: abilitiesOf(pbx) }
  }
}
