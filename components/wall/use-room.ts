'use client'

import { useTranslations } from 'use-intl'
import { headroom } from '@/lib/kpi/service-level'
import { levelOver, type WindowTally } from '@/lib/kpi/window-tally'

/** Says how far a target (percent) is away: so many more misses it allows, or so many straight hits win it back. */
export function useRoom(): (tally: WindowTally, target: number) => string | null {
  const t = useTranslations('room')
  return (tally, target) => {
    const room = headroom(levelOver([tally]), target / 100)
    if (room === null) return null
    if ('misses' in room) return t('misses', { count: room.misses })
    return Number.isFinite(room.hits) ? t('hits', { count: room.hits }) : t('lost')
  }
}
