'use client'

import { useCallback } from 'react'
import { useTranslations } from 'use-intl'
import { useCommand, useWhyNotNow } from '@/components/receipts/use-command'
import { useMay, useViewer } from '@/components/session/viewer'

/**
 * Calls a number from one of one's own phones (`phone`: its interface; left out: the preferred one). `why`: why it cannot be
 * done now; `allowed`: may this person dial at all?
 */
export function useDial() {
  const t = useTranslations('dial')
  const { run } = useCommand()
  const { phones } = useViewer()
  const allowed = useMay('dial')
  const whyNotNow = useWhyNotNow()
  const dial = useCallback((to: string, phone: string | null = null) => run({ type: 'dial', to, phone }), [run])
  return { dial, allowed, phones, why: allowed && phones.length === 0 ? t('noPhone') : whyNotNow }
}
