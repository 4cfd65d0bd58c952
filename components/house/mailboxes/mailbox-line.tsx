'use client'

import Link from 'next/link'
import { memo, useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { useTimes } from '@/components/session/use-times'
import { IconButton } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { formatCount } from '@/components/wall/numbers'
import type { MailboxRow } from './model/mailbox-rows'
import { useMailboxActions } from './use-mailbox-actions'

type MailboxLineProps = { row: MailboxRow; stop: boolean; onFocus: (id: string) => void }

/** One mailbox: a line that the keyboard comes to, with its actions while it is pointed at. */
export const MailboxLine = memo(function MailboxLine({ row, stop, onFocus }: MailboxLineProps) {
  const t = useTranslations('house.mailboxes')
  const locale = useLocale()
  const times = useTimes()
  const [pointed, setPointed] = useState(false)
  const [focused, setFocused] = useState(false)
  const { mailbox, name, own, phone } = row
  const { id, newMessages, urgentMessages, oldMessages, changedAt } = mailbox
  return (
    <tr
      data-row={id}
      data-own={own || undefined}
      tabIndex={stop ? 0 : -1}
      onPointerEnter={() => setPointed(true)}
      onPointerLeave={() => setPointed(false)}
      onFocus={() => {
        setFocused(true)
        onFocus(id)
      }}
      onBlur={() => setFocused(false)}
    >
      <td className="mailboxes-box">
        <bdi className="num">{mailbox.mailbox}</bdi>
      </td>
      <td className="mailboxes-who">
        {phone === null ? (
          <bdi>{name ?? '–'}</bdi>
        ) : (
          <Link href={`/phones?find=${encodeURIComponent(phone)}`} prefetch={false} tabIndex={-1}>
            <bdi>{name ?? t('phoneOf', { number: phone })}</bdi>
          </Link>
        )}
        {own && <span className="mailboxes-own">{t('yours')}</span>}
      </td>
      <td className="r">
        <b className="fig" data-none={newMessages === 0 || undefined}>
          {formatCount(locale, newMessages)}
        </b>
      </td>
      <td className="r">
        <b className="fig" data-none={urgentMessages === 0 || undefined}>
          {urgentMessages > 0 && <Icon name="bell" />} {formatCount(locale, urgentMessages)}
        </b>
      </td>
      <td className="r mailboxes-old">
        <span className="fig">{formatCount(locale, oldMessages)}</span>
      </td>
      <td className="mailboxes-changed">{changedAt === null ? '–' : times.dayAndTime(changedAt)}</td>
      <td className="mailboxes-acts">{(pointed || focused) && <Actions row={row} />}</td>
    </tr>
  )
})

function Actions({ row }: { row: MailboxRow }) {
  const t = useTranslations('house.mailboxes')
  const { whyNotLeave, whyNotCall, leave, call } = useMailboxActions()
  const [left, called] = [whyNotLeave(row), whyNotCall(row)]
  return (
    <span>
      {left !== 'never' && (
        <IconButton
          icon="mailbox"
          size="sm"
          look="ghost"
          label={t('leaveFor', { who: row.name ?? row.mailbox.mailbox })}
          hint={t('leave')}
          why={left}
          tabIndex={-1}
          onClick={() => leave(row)}
        />
      )}
      {called !== 'never' && (
        <IconButton
          icon="phone"
          size="sm"
          look="ghost"
          label={t('callWho', { who: row.name ?? row.mailbox.mailbox })}
          hint={t('call')}
          why={called}
          tabIndex={-1}
          onClick={() => call(row)}
        />
      )}
    </span>
  )
}
