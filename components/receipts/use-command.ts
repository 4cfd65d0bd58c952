'use client'

import { useCallback } from 'react'
import { useTranslations } from 'use-intl'
import { ApiProblem } from '@/components/api/api-problem'
import { fetchJson } from '@/components/api/fetch-json'
import { newId } from '@/components/api/new-id'
import { useCacheStatus } from '@/components/live/use-live'
import type { CommandInput, CommandType } from '@/lib/protocol/commands'
import { type Receipt, receiptSchema } from '@/lib/protocol/receipts'
import { useReceiptBook } from './receipts-context'

/**
 * Has a command done and its receipt shown. Always resolves: what could not even be asked becomes a failed receipt that
 * says so. The same command started twice within a moment is asked once.
 */
export function useCommand() {
  const book = useReceiptBook()
  const t = useTranslations('receipts')
  const run = useCallback(
    (command: CommandInput): Promise<Receipt> =>
      book.once(command, async () => {
        const id = newId()
        const to = 'to' in command ? command.to : null
        const receipt = await ask(id, command).catch((error: unknown) =>
          notAsked(id, command.type, to, error, t('noServer')),
        )
        book.put(receipt, command)
        return receipt
      }),
    [book, t],
  )
  return { run }
}

/** Why nothing can be done right now, for buttons; `null`: it can. Commands are not queued for later. */
export function useWhyNotNow(): string | null {
  const t = useTranslations('desk')
  const live = useCacheStatus(({ freshness }) => freshness === 'live' || freshness === 'late')
  return live ? null : t('notLive')
}

function ask(id: string, command: CommandInput): Promise<Receipt> {
  const body = { id, command }
  return fetchJson('/api/v1/commands', (value) => receiptSchema.parse(value), { method: 'POST', body })
}

function textOf(error: unknown): string | null {
  if (!(error instanceof ApiProblem)) return null
  return [error.detail ?? error.title, ...error.errors.map(({ message }) => message)].join(' ')
}

/** The receipt of what could not even be asked: why, in the server's words or in those for its silence. */
export function notAsked(id: string, type: CommandType, who: string | null, error: unknown, silence: string): Receipt {
  const detail = error instanceof ApiProblem && error.status === 0 ? silence : textOf(error)
  return {
    id,
    type,
    subject: { who, queue: null, value: null },
    startedAt: Date.now(),
    state: 'failed',
    steps: [],
    reason: 'internal',
    detail,
    cancellable: false,
    undo: null,
  }
}
