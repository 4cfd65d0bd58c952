'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useTimes } from '@/components/session/use-times'
import { IconButton } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Empty } from '@/components/ui/empty'
import { ReceiptCard } from './receipt-card'
import { useReceipts } from './receipts-context'
import './receipts.css'

/** Opens the list of what one did in this page's life, with its outcomes. */
export function ReceiptsButton() {
  const t = useTranslations('receipts')
  const [open, setOpen] = useState(false)
  return (
    <>
      <IconButton icon="clock" label={t('title')} look="ghost" onClick={() => setOpen(true)} />
      <Dialog open={open} onClose={() => setOpen(false)} title={t('title')}>
        <ReceiptsList />
      </Dialog>
    </>
  )
}

function ReceiptsList() {
  const t = useTranslations('receipts')
  const { timeWithSeconds } = useTimes()
  const entries = useReceipts()
  if (entries.length === 0) return <Empty title={t('none')} hint={t('noneHint')} />
  return (
    <ol className="receipts-list">
      {entries.map((entry) => (
        <li key={entry.receipt.id}>
          <time>{timeWithSeconds(entry.receipt.startedAt)}</time>
          <ReceiptCard entry={entry} stays />
        </li>
      ))}
    </ol>
  )
}
