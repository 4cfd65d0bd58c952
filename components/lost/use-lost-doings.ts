'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { ApiProblem } from '@/components/api/api-problem'
import { fetchJson } from '@/components/api/fetch-json'
import { newId } from '@/components/api/new-id'
import { useReceiptBook } from '@/components/receipts/receipts-context'
import { notAsked } from '@/components/receipts/use-command'
import { type LostConflict, lostCallerSchema, lostConflictSchema } from '@/lib/protocol/lost'
import { receiptSchema } from '@/lib/protocol/receipts'
import { useAskAgain } from './use-lost'

export type Doing = 'claim' | 'release' | 'done' | 'undo' | 'note' | 'call'

/** Somebody was first: `again` does it all the same, where that can be. */
export type Late = { doing: Doing; conflict: LostConflict; again: () => void }

/**
 * What can be done about one lost caller. `busy`: what is being asked now; `late`: what somebody else did before; `failed`: why it was
 * not done.
 */
export function useLostDoings(id: string) {
  const t = useTranslations('receipts')
  const book = useReceiptBook()
  const askAgain = useAskAgain()
  const [busy, setBusy] = useState<Doing | null>(null)
  const [late, setLate] = useState<Late | null>(null)
  const [failed, setFailed] = useState<string | null>(null)
  const path = (doing: Doing) => `/api/v1/lost/${encodeURIComponent(id)}/${doing}`

  async function ask(doing: Doing, body: Readonly<Record<string, unknown>>): Promise<boolean> {
    if (busy !== null) return false
    setBusy(doing)
    setFailed(null)
    try {
      if (doing === 'call') await call(body)
      else await fetchJson(path(doing), (value) => lostCallerSchema.parse(value), { method: 'POST', body })
      return true
    } catch (error) {
      const conflict = conflictOf(error)
      if (conflict) setLate({ doing, conflict, again: () => void ask(doing, { ...body, takeOver: true }) })
      else setFailed(error instanceof ApiProblem ? (error.detail ?? error.title) : String(error))
      return false
    } finally {
      setBusy(null)
      void askAgain()
    }
  }

  /** By the caller's id, since the number may be masked here. */
  async function call(body: Readonly<Record<string, unknown>>): Promise<void> {
    const receipt = newId()
    try {
      const answer = await fetchJson(path('call'), (value) => receiptSchema.parse(value), {
        method: 'POST',
        body: { ...body, id: receipt },
      })
      book.put(answer, null)
    } catch (error) {
      if (conflictOf(error)) throw error
      book.put(notAsked(receipt, 'dial', null, error, t('noServer')), null)
    }
  }

  return { ask, busy, late, failed, forgive: () => setLate(null) }
}

function conflictOf(error: unknown): LostConflict | null {
  if (!(error instanceof ApiProblem) || error.status !== 409) return null
  return lostConflictSchema.safeParse(error.more).data ?? null
}
