'use client'

import { useTranslations } from 'use-intl'
import { useLiveRecords } from '@/components/live/use-live'
import { Empty } from '@/components/ui/empty'
import { HouseFrame } from '../house-frame'

export function ConferencesPage() {
  const t = useTranslations('house.conferences')
  const records = useLiveRecords('conferences')
  return (
    <HouseFrame part="conferences">{records.length === 0 && <Empty icon="conference" title={t('none')} />}</HouseFrame>
  )
}
