import { mailboxId } from '@/lib/domain/ids'
import type { EventOf } from './reduce-context'
import type { PbxTables } from './tables'

export function mailboxPut(tables: PbxTables, event: EventOf<'mailboxPut'>): void {
  const { mailbox, at, listed, new: newMessages, old: oldMessages } = event
  const id = mailboxId(tables.pbx, mailbox)
  const known = tables.mailboxes.get(id)
  const isSame = known?.newMessages === newMessages && known.oldMessages === oldMessages
  // Where the urgent ones are not told they stay, as far as there are so many new ones.
  const urgentMessages = event.urgent ?? Math.min(known?.urgentMessages ?? 0, newMessages)
  tables.mailboxes.set(id, {
    ...{ id, pbx: tables.pbx, mailbox, newMessages, oldMessages, urgentMessages },
    name: event.name === undefined ? (known?.name ?? null) : event.name,
    changedAt: isSame ? known.changedAt : listed || !known ? null : at,
  })
}

export function mailboxRemoved(tables: PbxTables, { mailbox }: EventOf<'mailboxRemoved'>): void {
  tables.mailboxes.delete(mailboxId(tables.pbx, mailbox))
}
