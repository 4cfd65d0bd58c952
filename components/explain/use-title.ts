'use client'

import { useTranslations } from 'use-intl'
import { minutesOf } from '@/lib/kpi/window-tally'
import type { Explained } from './explain-store'
import { useLabel } from './use-label'

/** Of whom a figure is, and of what time where it is not of this moment: `Support, today`. */
export function useTitle(explained: Explained): string {
  const t = useTranslations('explain')
  const queue = useLabel(explained)
  if (!('window' in explained)) return queue
  const minutes = minutesOf(explained.window)
  return t('title', { queue, time: minutes === null ? t('today') : t('last', { minutes }) })
}
