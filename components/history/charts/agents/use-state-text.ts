'use client'

import { useTranslations } from 'use-intl'
import { useLongTime } from '@/components/wall/use-long-time'
import type { AgentSpan } from '@/lib/domain/time-line'
import { sumsOf } from './spans'

/** States in words, a pause with its reason; and how long each of a line took. */
export function useStateText() {
  const t = useTranslations('charts.agents')
  const long = useLongTime()
  const state = ({ state: name, reason }: Pick<AgentSpan, 'state' | 'reason'>) =>
    name === 'paused' && reason ? t('pausedFor', { reason }) : t(`state.${name}`)
  const sums = (spans: readonly AgentSpan[]) =>
    spans.length === 0
      ? t('nothing')
      : sumsOf(spans)
          .map((sum) => t('part', { state: state(sum), time: long(sum.ms) }))
          .join(', ')
  return { state, sums }
}
