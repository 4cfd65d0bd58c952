'use client'

import Link from 'next/link'
import { useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { Elapsed } from '@/components/live/ticking'
import { useMay } from '@/components/session/viewer'
import { IconButton } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { DrawerActions } from './drawer-actions'
import { DrawerCalls } from './drawer-calls'
import { DrawerLines } from './drawer-lines'
import type { PhoneRow } from './model/phone-row'
import { usePresenceWord } from './phone-notes'
import { StatesOf } from './phone-state'
import { usePhoneRow, usePhones, useStores } from './phones-context'
import { toggleStar } from './stars'

/** Everything of one phone, and what may be done with it. */
export function PhoneDrawer() {
  const opened = useStores((state) => state.opened)
  return opened === null ? null : <DrawerOf key={opened} id={opened} />
}

function DrawerOf({ id }: { id: string }) {
  const t = useTranslations('house.phones')
  const { stores } = usePhones()
  const box = useRef<HTMLElement>(null)
  const row = usePhoneRow(id)
  useEffect(() => box.current?.focus(), [])
  return (
    <aside className="ui-panel phones-drawer" aria-label={t('phone')} ref={box} tabIndex={-1}>
      <IconButton
        icon="close"
        label={t('close')}
        look="ghost"
        size="sm"
        className="phones-close"
        onClick={() => stores.set({ opened: null })}
      />
      {row ? <Inside row={row} /> : <p className="phones-gone">{t('gone')}</p>}
    </aside>
  )
}

function Inside({ row }: { row: PhoneRow }) {
  const t = useTranslations('house.phones')
  const { phone } = row
  return (
    <>
      <header>
        <h2>
          <span className="phone-number">{phone.number}</span> <bdi>{row.name}</bdi>
        </h2>
        <p className="phone-now">
          <StatesOf row={row} />
          {row.since !== null && (
            <b className="fig ui-end">
              <Elapsed since={row.since} />
            </b>
          )}
        </p>
        <Presence row={row} />
      </header>
      <section>
        <h3>{t('actions')}</h3>
        <DrawerActions row={row} />
        <button type="button" className="phones-link" aria-pressed={row.starred} onClick={() => toggleStar(row.id)}>
          <Icon name="star" />
          {t(row.starred ? 'unstar' : 'star')}
        </button>
      </section>
      <DrawerCalls row={row} />
      <MailboxOf row={row} />
      <DrawerLines row={row} />
    </>
  )
}

function Presence({ row }: { row: PhoneRow }) {
  const t = useTranslations('house.phones')
  const presence = usePresenceWord(row)
  if (presence === null && !row.phone.dnd) return null
  return (
    <p className="dim">
      {row.phone.dnd && <Icon name="quiet" className="s-paused" />} <bdi>{presence ?? t('quiet')}</bdi>
    </p>
  )
}

function MailboxOf({ row }: { row: PhoneRow }) {
  const t = useTranslations('house.phones')
  const may = useMay('mailboxes.see')
  const { mailbox } = row.phone
  if (mailbox === null || !may) return null
  const { newMessages, urgentMessages, oldMessages } = mailbox
  return (
    <section>
      <h3>
        {t('mailbox')} <bdi className="ui-end">{mailbox.mailbox}</bdi>
      </h3>
      <dl className="phones-figures">
        <div>
          <dd className="fig">{newMessages}</dd>
          <dt>{t('new')}</dt>
        </div>
        <div>
          <dd className="fig">{urgentMessages}</dd>
          <dt>{t('urgent')}</dt>
        </div>
        <div>
          <dd className="fig">{oldMessages}</dd>
          <dt>{t('old')}</dt>
        </div>
      </dl>
      <Link className="phones-link" href={`/mailboxes?find=${encodeURIComponent(mailbox.mailbox)}`} prefetch={false}>
        <Icon name="mailbox" />
        {t('toMailboxes')}
      </Link>
    </section>
  )
}
