'use client'

import { useTranslations } from 'use-intl'
import { ReceiptCard } from './receipt-card'
import { useReceipts } from './receipts-context'
import './receipts.css'

/** The receipts of what was just done, in the corner, the newest below. */
export function Receipts() {
  const t = useTranslations('receipts')
  // An end that worked shows in the receipt of what it ended.
  const shown = useReceipts().filter(
    ({ closed, receipt: { type, state } }) => !closed && (type !== 'cancel' || state === 'failed'),
  )
  return (
    <section className="receipts" aria-label={t('title')} aria-live="polite" aria-relevant="additions text">
      {shown
        .slice(0, 5)
        .reverse()
        .map((entry) => (
          <ReceiptCard key={entry.receipt.id} entry={entry} />
        ))}
    </section>
  )
}
