import type { AmiMessage } from '@/server/ami/types'
import type { PbxEvent } from './pbx-event'
import type { Readers } from './reader'
import { numberOf } from './values'

function listed(message: AmiMessage, at: number): PbxEvent | null {
  const box = message.get('VoiceMailbox')
  if (!box) return null
  return {
    ...{ type: 'mailboxPut', at, listed: true, mailbox: withContext(`${box}@${message.get('VMContext') ?? ''}`) },
    name: message.get('Fullname') || null,
    new: numberOf(message, 'NewMessageCount') ?? 0,
    old: numberOf(message, 'OldMessageCount') ?? 0,
    urgent: undefined,
  }
}

/** `New` holds the urgent ones, too (app_voicemail.c, `queue_mwi_event`). */
function waiting(message: AmiMessage, at: number): PbxEvent | null {
  const mailbox = message.get('Mailbox')
  if (!mailbox) return null
  return {
    ...{ type: 'mailboxPut', at, listed: false, mailbox: withContext(mailbox), name: undefined },
    new: numberOf(message, 'New') ?? numberOf(message, 'Waiting') ?? 0,
    old: numberOf(message, 'Old') ?? 0,
    urgent: undefined,
  }
}

/** The answer to `MailboxCount`, which is no event; `null` when it is another one. */
export function mailboxCounted(answer: AmiMessage, at: number): PbxEvent | null {
  const mailbox = answer.get('Mailbox')
  const fresh = numberOf(answer, 'NewMessages')
  if (!mailbox || fresh === undefined) return null
  const urgent = numberOf(answer, 'UrgMessages') ?? 0
  const old = numberOf(answer, 'OldMessages') ?? 0
  return {
    ...{ type: 'mailboxPut', at, listed: false, mailbox: withContext(mailbox), name: undefined },
    ...{ new: fresh + urgent, old, urgent },
  }
}

/** A mailbox without its context is in `default` (app_voicemail.c). */
export function withContext(mailbox: string): string {
  const at = mailbox.indexOf('@')
  if (at < 0) return `${mailbox}@default`
  return at === mailbox.length - 1 ? `${mailbox}default` : mailbox
}

export const mailboxReaders: Readers = {
  VoicemailUserEntry: listed,
  MessageWaiting: waiting,
}
