import type { Header } from '../../ami/message'
import type { Mailbox } from '../../pbx/mailboxes'
import { type Action, type ActionContext, idHeader, refuse, sendList, succeed } from '../action'
import { fill } from '../fields'
import { MAILBOX_FIELDS } from './mailbox-fields'

function usersList(context: ActionContext): void {
  const { pbx, request } = context
  const items = [...pbx.mailboxes.values()].map((one): Header[] => [
    ['Event', 'VoicemailUserEntry'],
    ...idHeader(request),
    ...fill(MAILBOX_FIELDS, {
      VMContext: one.context,
      VoiceMailbox: one.mailbox,
      Fullname: one.person,
      Email: one.email,
      NewMessageCount: one.fresh + one.urgent,
      OldMessageCount: one.heard,
    }),
  ])
  sendList(context, { message: 'Voicemail user list will follow', items, complete: 'VoicemailUserEntryComplete' })
}

/** One that there is not is empty, as in Asterisk; `null`: none was named. */
function mailboxNamed(context: ActionContext): { name: string; mailbox: Mailbox | null } | null {
  const name = context.request.get('Mailbox')
  if (!name) {
    refuse(context, 'Mailbox not specified')
    return null
  }
  return { name, mailbox: context.pbx.mailboxes.get(name.includes('@') ? name : `${name}@default`) ?? null }
}

function mailboxCount(context: ActionContext): void {
  const found = mailboxNamed(context)
  if (!found) return
  succeed(
    context,
    ['Message', 'Mailbox Message Count'],
    ['Mailbox', found.name],
    ['UrgMessages', found.mailbox?.urgent ?? 0],
    ['NewMessages', found.mailbox?.fresh ?? 0],
    ['OldMessages', found.mailbox?.heard ?? 0],
  )
}

function mailboxStatus(context: ActionContext): void {
  const found = mailboxNamed(context)
  if (!found) return
  const waiting = (found.mailbox?.urgent ?? 0) + (found.mailbox?.fresh ?? 0)
  succeed(context, ['Message', 'Mailbox Status'], ['Mailbox', found.name], ['Waiting', waiting > 0 ? 1 : 0])
}

export const MAILBOX_ACTIONS: readonly Action[] = [
  { name: 'MailboxCount', synopsis: 'Check Mailbox Message Count.', run: mailboxCount },
  { name: 'MailboxStatus', synopsis: 'Check mailbox.', run: mailboxStatus },
  { name: 'VoicemailUsersList', synopsis: 'List All Voicemail User Information.', run: usersList },
]
