'use client'

import { useTranslations } from 'use-intl'
import { useLiveRecords } from '@/components/live/use-live'
import { Empty } from '@/components/ui/empty'
import { HouseFrame } from '../house-frame'

export function TrunksPage() {
  const t = useTranslations('house.trunks')
  const records = useLiveRecords('endpoints')
  return <HouseFrame part="trunks">{records.length === 0 && <Empty icon="trunk" title={t('none')} />}</HouseFrame>
}
