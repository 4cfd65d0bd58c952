'use client'

import { useTranslations } from 'use-intl'
import { useLost, useLostChanges } from './use-lost'

const COUNTS = new URLSearchParams({ limit: '0' })
const MOST_SHOWN = 99

/** On whatever leads to the lost callers: how many wait for a call back. Nothing while nobody does. */
export function LostSign() {
  const t = useTranslations('lost')
  useLostChanges()
  const { data } = useLost(COUNTS)
  const open = data?.counts.open ?? 0
  if (open === 0) return null
  return (
    <span className="lost-sign">
      <span aria-hidden="true">{open > MOST_SHOWN ? `${MOST_SHOWN}+` : open}</span>
      <span className="ui-hidden">{t('open', { count: open })}</span>
    </span>
  )
}
