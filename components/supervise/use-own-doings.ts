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

/** When an agent whom one lent to a queue oneself goes back by itself, in ms; `null`: stays, or lent by somebody else. */
export function useLentUntil(agent: { pbx: string; interface: string }, queue: string): number | null {
  const entries = useReceipts()
  for (const { receipt, command } of entries) {
    if (command?.type !== 'agent.add' || command.queue !== queue) continue
    if (command.agent.pbx !== agent.pbx || command.agent.interface !== agent.interface) continue
    const over = receipt.steps.some(({ what }) => what === 'reverted' || what === 'keptAsIs')
    const until = Number(receipt.steps.find(({ what }) => what === 'reverts')?.detail ?? Number.NaN)
    return over || Number.isNaN(until) ? null : until
  }
  return null
}
