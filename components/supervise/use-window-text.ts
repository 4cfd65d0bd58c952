'use client'

import { useTranslations } from 'use-intl'
import { useFormat } from '@/components/session/use-format'
import type { KpiWindow } from '@/lib/domain/kpi'
import { minutesOf } from '@/lib/kpi/window-tally'
import { HOURS } from './times'

/** Names a window of figures: "Today from 08:00", "Last 15 min". */
export function useWindowText(): (window: KpiWindow, daySince: number | null) => string {
  const t = useTranslations('supervise.window')
  const format = useFormat()
  return (window, daySince) => {
    const minutes = minutesOf(window)
    if (minutes !== null) return t('last', { minutes })
    return daySince === null ? t('today') : t('todayFrom', { since: format.dateTime(daySince, HOURS) })
  }
}
