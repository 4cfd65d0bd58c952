import type { IconName } from '@/components/ui/icon'
import type { CommandType } from '@/lib/protocol/commands'
import type { Receipt } from '@/lib/protocol/receipts'

const CALLING: Partial<Record<CommandType, IconName>> = {
  dial: 'phoneOutgoing',
  'caller.take': 'phoneIncoming',
  'call.fetch': 'phoneIncoming',
  'phone.pickUp': 'phoneIncoming',
  'parked.fetch': 'phoneIncoming',
  'mailbox.leave': 'phoneOutgoing',
  'conference.invite': 'phoneOutgoing',
  'call.listen': 'ear',
  'call.attendedTransfer': 'transfer',
}

/** The sign of a receipt by its outcome; `tone` is its colour's class. */
export function receiptIcon({ type, state }: Receipt): { icon: IconName; tone: string } {
  if (state === 'failed') return { icon: 'warning', tone: 'text-warn-ink' }
  if (state === 'underway') return { icon: CALLING[type] ?? 'catchingUp', tone: '' }
  return { icon: 'done', tone: 'text-live' }
}
