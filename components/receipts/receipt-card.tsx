'use client'

import { useEffect } from 'react'
import { useTranslations } from 'use-intl'
import { Button, IconButton } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import type { Receipt } from '@/lib/protocol/receipts'
import { receiptIcon } from './receipt-icon'
import { useReceiptBook } from './receipts-context'
import { Steps } from './steps'
import { useCommand } from './use-command'
import { useReceiptTitle } from './use-receipt-title'

/** What has been done fades from the stack after this time, in ms; what failed stays until it is closed. */
const FADE_MS = 8000

export function ReceiptCard({ receipt }: { receipt: Receipt }) {
  const t = useTranslations('receipts')
  const book = useReceiptBook()
  const { run } = useCommand()
  const { icon, tone } = receiptIcon(receipt)
  const { id, state, undo } = receipt
  const title = useReceiptTitle()(receipt)
  useEffect(() => {
    if (state !== 'done') return
    const timer = setTimeout(() => book.close(id), FADE_MS)
    return () => clearTimeout(timer)
  }, [book, id, state])
  return (
    <article className="receipt" data-state={state}>
      <Icon name={icon} className={tone} />
      <h3>{title}</h3>
      <span className="receipt-acts">
        {undo && (
          <Button size="sm" onClick={() => void run(undo)}>
            {t('undo')}
          </Button>
        )}
        {receipt.cancellable && (
          <Button size="sm" onClick={() => void run({ type: 'cancel', receipt: id })}>
            {t('end')}
          </Button>
        )}
        {state !== 'underway' && (
          <IconButton icon="close" label={t('close')} look="ghost" size="sm" onClick={() => book.close(id)} />
        )}
      </span>
      <Steps receipt={receipt} />
    </article>
  )
}
