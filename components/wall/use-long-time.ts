'use client'

import { useCallback } from 'react'
import { useTranslations } from 'use-intl'

/** Tells a long time (ms) in its two largest units: `12 d 4 h`. */
export function useLongTime(): (ms: number) => string {
  const t = useTranslations('time')
  return useCallback(
    (ms) => {
      const minutes = Math.floor(ms / 60_000)
      if (minutes < 1) return t('seconds', { seconds: Math.max(0, Math.floor(ms / 1000)) })
      const hours = Math.floor(minutes / 60)
      if (hours < 1) return t('minutes', { minutes })
      if (hours < 24) return t('hoursMinutes', { hours, minutes: minutes % 60 })
      return t('daysHours', { days: Math.floor(hours / 24), hours: hours % 24 })
    },
    [t],
  )
}
