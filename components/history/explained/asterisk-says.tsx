'use client'

import { useLocale, useTranslations } from 'use-intl'
import { useTimes } from '@/components/session/use-times'
import type { Locale } from '@/lib/i18n/locale'
import type { Explanation } from '@/lib/protocol/visits'
import { figureText } from '../figure-text'

/** What Asterisk's own counters say of the same, and why that is something else. */
export function AsteriskSays({ told: { figure, asterisk } }: { told: Explanation }) {
  const t = useTranslations('history')
  const e = useTranslations('history.explain')
  const locale = useLocale() as Locale
  const times = useTimes()
  if (asterisk === null) return null
  const reasons = asterisk.differences.map((why) => t(`why.${why}`))
  const since = asterisk.since === null ? '' : e('asteriskSince', { time: times.dayAndTime(asterisk.since) })
  return (
    <p className="history-note">
      {e('asteriskSays', { value: figureText(figure, asterisk.value, locale) })} {reasons.join(', ')}. {since}
    </p>
  )
}
