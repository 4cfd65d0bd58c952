'use client'

import { useTranslations } from 'use-intl'
import type { Explanation } from '@/lib/protocol/visits'
import { commonRule } from '../sums'
import { useThreshold } from './fraction-lines'
import { leftOut } from './left-out'

/** Whom the figure leaves out, and why. */
export function NotCounted({ told }: { told: Explanation }) {
  const t = useTranslations('history.explain')
  const { within } = useThreshold(told)
  const shortMs = commonRule(told.rules, 'shortMs')
  const out = leftOut(told, commonRule(told.rules, 'formula'))
  if (out.length === 0) return null
  const words = out.map(([why, count]) =>
    why === 'short' && shortMs === null
      ? t('left.shortAny', { count })
      : t(`left.${why}`, { count, within, seconds: (shortMs ?? 0) / 1000 }),
  )
  return (
    <p className="history-words">
      {t('notCounted')} {words.join(', ')}.
    </p>
  )
}
