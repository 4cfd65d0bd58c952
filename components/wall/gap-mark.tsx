'use client'

import { useTranslations } from 'use-intl'
import type { KpiWindow } from '@/lib/domain/kpi'
import { minutesOf } from '@/lib/kpi/window-tally'
import { useLongTime } from './use-long-time'
import './css/gap.css'

type GapMarkProps = { unseenMs: number; window: KpiWindow }

/** Beside a figure that misses something: nobody saw so much of its time. Nothing where all was seen. */
export function GapMark({ unseenMs, window }: GapMarkProps) {
  const unseen = useUnseen()
  if (unseenMs === 0) return null
  const text = unseen(unseenMs, window)
  return <i className="hatch" role="img" aria-label={text} title={text} />
}

/** Says how much of a window nobody saw. */
export function useUnseen(): (ms: number, window: KpiWindow) => string {
  const t = useTranslations('unseen')
  const longTime = useLongTime()
  return (ms, window) => {
    const minutes = minutesOf(window)
    const time = longTime(ms)
    return minutes === null ? t('today', { time }) : t('last', { time, minutes })
  }
}
