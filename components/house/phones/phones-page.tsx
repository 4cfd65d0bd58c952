'use client'

import { useTranslations } from 'use-intl'
import { useLiveRecords } from '@/components/live/use-live'
import { Empty } from '@/components/ui/empty'
import { HouseFrame } from '../house-frame'

export function PhonesPage() {
  const t = useTranslations('house.phones')
  const records = useLiveRecords('extensions')
  return <HouseFrame part="phones">{records.length === 0 && <Empty icon="phone" title={t('none')} />}</HouseFrame>
}
