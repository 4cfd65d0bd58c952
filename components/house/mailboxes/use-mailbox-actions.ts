'use client'

import { useTranslations } from 'use-intl'
import { useCacheStatus } from '@/components/live/use-live'
import { useCommand } from '@/components/receipts/use-command'
import { whyNoPhone, whyNotOwn } from '@/components/supervise/actions/why-not'
import { useSituationOf, useWhyText } from '@/components/supervise/use-situation'
import type { CommandInput } from '@/lib/protocol/commands'
import { ownPhoneAt } from '../phones/model/phone-actions'
import type { MailboxRow } from './model/mailbox-rows'

/** Why something cannot be done, in words; `never`: one may not, so it is not offered; `null`: it can. */
type Why = string | null

/** What one can do with a mailbox: leave a message in it, call its owner. */
export function useMailboxActions() {
  const t = useTranslations('house.mailboxes')
  const { run } = useCommand()
  const situationOf = useSituationOf()
  const whyText = useWhyText()
  // Whether it can be done follows the link: who shows it draws it anew.
  useCacheStatus(({ freshness }) => freshness)
  useCacheStatus(({ links }) => links.map(({ state }) => state).join())

  function why(type: 'dial' | 'mailbox.leave', { mailbox }: MailboxRow): Why {
    const at = situationOf(mailbox.pbx)
    const refused = whyNotOwn(type, 'dial', at) ?? whyNoPhone(at, mailbox.pbx)
    if (refused === null) return null
    return refused.reason === 'refusedByRights' ? 'never' : whyText(refused)
  }

  const phone = ({ mailbox: { pbx } }: MailboxRow) => ownPhoneAt(pbx, situationOf(pbx).viewer.phones)
  const send = (command: CommandInput) => void run(command)

  return {
    whyNotLeave: (row: MailboxRow): Why => why('mailbox.leave', row),
    whyNotCall: (row: MailboxRow): Why =>
      why('dial', row) ?? (row.own ? t('ownPhone') : row.number === null ? t('noNumber') : null),
    leave: (row: MailboxRow) => send({ type: 'mailbox.leave', mailbox: row.mailbox.id, phone: phone(row) }),
    call: (row: MailboxRow) => send({ type: 'dial', to: row.number ?? '', phone: phone(row) }),
  }
}
