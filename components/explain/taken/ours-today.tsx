'use client'

import { useTranslations } from 'use-intl'
import { askedParams } from '@/components/history/asked'
import { useExplanation } from '@/components/history/use-history'

/** What we count of the same today, and the way to the visits behind it. */
export function OursToday({ agent }: { agent: string }) {
  const t = useTranslations('supervise.taken')
  const asked = { span: { window: 'today' }, queues: [], agent } as const
  const { data } = useExplanation(asked, 'answered')
  if (data === null) return null
  const address = askedParams(asked)
  address.set('figure', 'answered')
  address.set('tab', 'visits')
  return (
    <p>
      {t('ours', { count: data.value ?? 0 })} <a href={`/history?${address}`}>{t('opens')}</a>
    </p>
  )
}
