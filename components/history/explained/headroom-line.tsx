'use client'

import { useLocale, useTranslations } from 'use-intl'
import type { Locale } from '@/lib/i18n/locale'
import { headroom } from '@/lib/kpi/service-level'
import type { Explanation } from '@/lib/protocol/visits'
import { figureText } from '../figure-text'

/** How far the level is from its target, in calls, while the span still goes on. */
export function HeadroomLine({ told, target }: { told: Explanation; target: number }) {
  const t = useTranslations('history.explain')
  const locale = useLocale() as Locale
  const far = headroom(told, target)
  if (far === null) return null
  const words = { target: figureText('serviceLevel', target, locale) }
  if ('misses' in far) {
    return (
      <p className="history-words">
        {far.misses === 0 ? t('headroomNone', words) : t('headroomMisses', { ...words, count: far.misses })}
      </p>
    )
  }
  const isNever = !Number.isFinite(far.hits)
  return (
    <p className="history-words">
      {isNever ? t('headroomNever', words) : t('headroomHits', { ...words, count: far.hits })}
    </p>
  )
}
