'use client'

import { useTranslations } from 'use-intl'
import { type Asked, askedParams } from '@/components/history/asked'
import { useExplanation } from '@/components/history/use-history'

/** What we count of the same today. */
export function OursToday({ agent }: { agent: string }) {
  const t = useTranslations('supervise.taken')
  const { data } = useExplanation(askedOf(agent), 'answered')
  return data && <p>{t('ours', { count: data.value ?? 0 })}</p>
}

/** To the visits behind it. */
export function OursInHistory({ agent }: { agent: string }) {
  const t = useTranslations('explain')
  const address = askedParams(askedOf(agent))
  address.set('figure', 'answered')
  address.set('tab', 'visits')
  return (
    <a className="ui-button" href={`/history?${address}`}>
      {t('history')}
    </a>
  )
}

function askedOf(agent: string): Asked {
  return { span: { window: 'today' }, queues: [], agent }
}
