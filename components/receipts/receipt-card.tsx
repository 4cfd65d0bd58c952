'use client'

import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button, IconButton } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import type { ReceiptEntry } from './receipt-book'
import { receiptIcon } from './receipt-icon'
import { useReceiptBook } from './receipts-context'
import { Steps } from './steps'
import { useCommand, useWhyNotNow } from './use-command'
import { useReceiptTitle } from './use-receipt-title'

/** What has been done fades from the stack after this time, in ms; what failed stays until it is closed. */
export const FADE_MS = 8000

type ReceiptCardProps = {
  entry: ReceiptEntry
  /** Part of a page, and not of the stack: it neither fades nor is closed. */
  stays?: boolean
}

/** One receipt: what was asked, its way, and what can be done about it. */
export function ReceiptCard({ entry, stays = false }: ReceiptCardProps) {
  const t = useTranslations('receipts')
  const book = useReceiptBook()
  const title = useReceiptTitle()
  const { receipt } = entry
  const { icon, tone } = receiptIcon(receipt)
  const { id, state } = receipt
  const hold = useFading(state === 'done' && !stays, () => book.close(id))
  return (
    <article className="receipt" data-state={state} {...hold}>
      <Icon name={icon} className={tone} />
      <h3>{title(receipt)}</h3>
      <span className="receipt-acts">
        <Acts entry={entry} />
        {state !== 'underway' && !stays && (
          <IconButton icon="close" label={t('close')} look="ghost" size="sm" onClick={() => book.close(id)} />
        )}
      </span>
      <Steps receipt={receipt} />
    </article>
  )
}

function Acts({ entry: { receipt, command } }: { entry: ReceiptEntry }) {
  const t = useTranslations('receipts')
  const book = useReceiptBook()
  const { run } = useCommand()
  const why = useWhyNotNow()
  const { id, state, type, undo, cancellable } = receipt
  const again = command !== null && (state === 'failed' || (state === 'done' && type === 'dial'))
  const replace = (next: Parameters<typeof run>[0]) => {
    book.close(id)
    void run(next)
  }
  return (
    <>
      {undo && (
        <Button size="sm" why={why} onClick={() => replace(undo)}>
          {t('undo')}
        </Button>
      )}
      {cancellable && (
        <Button size="sm" why={why} onClick={() => void run({ type: 'cancel', receipt: id })}>
          {t('end')}
        </Button>
      )}
      {again && (
        <Button size="sm" why={why} onClick={() => replace(command)}>
          {t('again')}
        </Button>
      )}
    </>
  )
}

/** Calls `fade` after a while, unless it is pointed at or holds the focus. Gives what the element listens to. */
function useFading(on: boolean, fade: () => void) {
  const [held, setHeld] = useState(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the time begins anew only when it is held no more
  useEffect(() => {
    if (!on || held) return
    const timer = setTimeout(fade, FADE_MS)
    return () => clearTimeout(timer)
  }, [on, held])
  return {
    onPointerEnter: () => setHeld(true),
    onPointerLeave: () => setHeld(false),
    onFocus: () => setHeld(true),
    onBlur: () => setHeld(false),
  }
}
