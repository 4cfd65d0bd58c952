'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { fetchJson } from '@/components/api/fetch-json'
import { newId } from '@/components/api/new-id'
import { useReceiptBook } from '@/components/receipts/receipts-context'
import { notAsked } from '@/components/receipts/use-command'
import { receiptSchema } from '@/lib/protocol/receipts'

/** Calls a lost caller back by the visit's id, since the number may be masked here; and whether that is being asked just now. */
export function useCallBack(visit: string): [callBack: () => Promise<void>, busy: boolean] {
  const t = useTranslations('receipts')
  const book = useReceiptBook()
  const [busy, setBusy] = useState(false)
  async function callBack(): Promise<void> {
    if (busy) return
    setBusy(true)
    const id = newId()
    const parse = (value: unknown) => receiptSchema.parse(value)
    const path = `/api/v1/me/lost/${encodeURIComponent(visit)}/call`
    try {
      book.put(await fetchJson(path, parse, { method: 'POST', body: { id } }), null)
    } catch (error) {
      book.put(notAsked(id, 'dial', null, error, t('noServer')), null)
    } finally {
      setBusy(false)
    }
  }
  return [callBack, busy]
}
