'use client'

import { useTranslations } from 'use-intl'
import { useLiveRecords } from '@/components/live/use-live'
import { Empty } from '@/components/ui/empty'
import { HouseFrame } from '../house-frame'

export function ParkingPage() {
  const t = useTranslations('house.parking')
  const records = useLiveRecords('parkedCalls')
  return <HouseFrame part="parking">{records.length === 0 && <Empty icon="park" title={t('none')} />}</HouseFrame>
}
