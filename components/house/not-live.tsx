'use client'

import { useTranslations } from 'use-intl'
import { useCacheStatus } from '@/components/live/use-live'
import { useTimes } from '@/components/session/use-times'
import { Icon } from '@/components/ui/icon'

/** Says that what shows is old, and from when. */
export function NotLive() {
  const t = useTranslations('supervise')
  const times = useTimes()
  const trueAt = useCacheStatus((status) => status.trueAt)
  return (
    <div className="house-note" role="alert">
      <Icon name="lost" />
      <b>{t('notLive')}</b>
      {trueAt !== null && <span>{t('notLiveHint', { time: times.timeWithSeconds(trueAt) })}</span>}
    </div>
  )
}
