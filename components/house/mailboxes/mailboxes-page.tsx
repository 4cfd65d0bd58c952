'use client'

import { useTranslations } from 'use-intl'
import { useLiveRecords } from '@/components/live/use-live'
import { Empty } from '@/components/ui/empty'
import { HouseFrame } from '../house-frame'

export function MailboxesPage() {
  const t = useTranslations('house.mailboxes')
  const records = useLiveRecords('mailboxes')
  return <HouseFrame part="mailboxes">{records.length === 0 && <Empty icon="mailbox" title={t('none')} />}</HouseFrame>
}
