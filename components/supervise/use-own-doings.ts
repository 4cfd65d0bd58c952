'use client'

import { useReceipts } from '@/components/receipts/receipts-context'
import type { CommandInput } from '@/lib/protocol/commands'
import type { Receipt } from '@/lib/protocol/receipts'

type Mode = Extract<CommandInput, { type: 'call.listen' }>['mode']
type Listening = { receipt: Receipt; mode: Mode; since: number | null }

/** That one listens to this call oneself, as long as it goes on. */
export function useListening(call: string): Listening | null {
  const entries = useReceipts()
  for (const { receipt, command } of entries) {
    if (receipt.state !== 'underway' || command?.type !== 'call.listen' || command.call !== call) continue
    return { receipt, mode: command.mode, since: receipt.steps.find(({ what }) => what === 'connected')?.at ?? null }
  }
  return null
}

/** Does an attended transfer of this call, begun here, go on? */
export function useAskingFirst(call: string): boolean {
  return useReceipts().some(
    ({ receipt, command }) =>
      receipt.state === 'underway' && command?.type === 'call.attendedTransfer' && command.call === call,
  )
}
