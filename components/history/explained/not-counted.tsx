'use client'

import { useLocale, useTranslations } from 'use-intl'
import type { Locale } from '@/lib/i18n/locale'
import type { Explanation } from '@/lib/protocol/visits'
import { commonRule } from '../sums'
import { useThreshold } from './fraction-lines'
import { leftOut } from './left-out'

/** Whom the figure leaves out, and why. */
export function NotCounted({ told }: { told: Explanation }) {
  const t = useTranslations('history.explain')
  const locale = useLocale() as Locale
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
      {t('notCounted')} {new Intl.ListFormat(locale, { type: 'unit' }).format(words)}.
    </p>
  )
}
