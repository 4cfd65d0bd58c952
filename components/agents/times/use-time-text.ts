'use client'

import { useTranslations } from 'use-intl'
import type { SpanState } from '@/lib/domain/time-line'
import type { TimesOf } from './times'

/** Names of agents' times and states, a pause with its reason. */
export function useTimeText() {
  const t = useTranslations('agents')
  const state = (name: SpanState, reason: string | null) =>
    name === 'paused' && reason !== null ? t('times.pausedFor', { reason }) : t(`state.${name}`)
  const figure = ({ time, reason }: Pick<TimesOf, 'time' | 'reason'>) => {
    if (time === 'paused' && reason !== undefined) return t('times.pausedFor', { reason: reason ?? t('noReason') })
    if (time === 'inCalls') return t('figure.onCall')
    return time === 'loggedIn' || time === 'occupancy' ? t(`figure.${time}`) : t(`state.${time}`)
  }
  return { state, figure }
}
