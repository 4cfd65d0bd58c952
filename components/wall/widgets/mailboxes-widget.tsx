'use client'

import { memo, useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { useLiveRecords } from '@/components/live/use-live'
import type { Mailbox } from '@/lib/domain/mailbox'
import { Count } from '../figure'
import { NothingThere, Widget } from './widget'
import { WidgetRows } from './widget-rows'

const ROW_REM = 2.75

/** Where messages wait to be heard: urgent ones first, then the most. */
export function MailboxesWidget() {
  const t = useTranslations('widgets.mailboxes')
  const mailboxes = useLiveRecords('mailboxes')
  const waiting = useMemo(
    () =>
      mailboxes
        .filter(({ newMessages }) => newMessages > 0)
        .sort((one, other) => other.urgentMessages - one.urgentMessages || other.newMessages - one.newMessages),
    [mailboxes],
  )
  const all = waiting.reduce((sum, { newMessages }) => sum + newMessages, 0)
  return (
    <Widget name="mailboxes" counts="messages" figure={<Count value={all} />} want={waiting.length * ROW_REM}>
      {waiting.length === 0 ? (
        <NothingThere text={t('none')} />
      ) : (
        <WidgetRows items={waiting} rem={ROW_REM} row={(one) => <MailboxRow key={one.id} mailbox={one} />} />
      )}
    </Widget>
  )
}

const MailboxRow = memo(function MailboxRow({ mailbox: box }: { mailbox: Mailbox }) {
  const t = useTranslations('widgets.mailboxes')
  const label = box.name ?? box.mailbox
  return (
    <li>
      <Count value={box.newMessages} figure="messages" of={{ id: box.id, label }} />
      <bdi className="n">{label}</bdi>
      {box.urgentMessages > 0 && <b className="lab">{t('urgent', { count: box.urgentMessages })}</b>}
    </li>
  )
})
