'use client'

import { useCallback } from 'react'
import { useTranslations } from 'use-intl'
import type { Receipt } from '@/lib/protocol/receipts'

const WORDS = ['start', 'stop', 'mute', 'unmute', 'true', 'false'] as const

/** Tells in one line what a receipt is about. */
export function useReceiptTitle(): (receipt: Receipt) => string {
  const t = useTranslations('receipts')
  return useCallback(
    ({ type, subject }) => {
      const word = WORDS.find((known) => known === subject.value)
      const value = word ? t(`value.${word}`) : (subject.value ?? '')
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
