'use client'

import { useCallback } from 'react'
import { useTranslations } from 'use-intl'
import { formatDuration } from '@/lib/i18n/duration'
import type { Receipt } from '@/lib/protocol/receipts'

const WORDS = ['start', 'stop', 'mute', 'unmute', 'true', 'false'] as const

/** Seconds as people tell them. */
function limit(seconds: string | null): string {
  return formatDuration(Number(seconds) * 1000)
}

/** Tells in one line what a receipt is about. */
export function useReceiptTitle(): (receipt: Receipt) => string {
  const t = useTranslations('receipts')
  return useCallback(
    ({ type, subject }) => {
      const word = WORDS.find((known) => known === subject.value)
      const value = word ? t(`value.${word}`) : type === 'call.limit' ? limit(subject.value) : (subject.value ?? '')
      const { queue } = subject
      return t(`type.${type}`, {
        who: subject.who ?? t('someone'),
        queue: queue ?? '',
        value: type === 'call.listen' ? (subject.value ?? '') : value,
        inQueue: queue === null ? '' : t('in', { queue }),
        said: value === '' ? '' : t('said', { value }),
      })
    },
    [t],
  )
}
