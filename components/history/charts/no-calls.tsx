'use client'

import { useTranslations } from 'use-intl'
import { useTimes } from '@/components/session/use-times'
import { Empty } from '@/components/ui/empty'
import type { Report } from '@/lib/protocol/visits'
import { unseenOf } from '../unseen'

/** In place of a chart without a call; where nothing was recorded, nobody knows whether there were any. */
export function NoCalls({ report }: { report: Pick<Report, 'gaps' | 'from' | 'to' | 'now'> }) {
  const t = useTranslations('charts')
  const h = useTranslations('history')
  const times = useTimes()
  const { since } = unseenOf(report)
  if (since === null || since < Math.min(report.to, report.now))
    return <Empty icon="history" title={t('none')} hint={t('noneHint')} />
  return <Empty icon="history" title={h('notBefore', { moment: times.dayAndTime(since) })} />
}
