'use client'

import { useTranslations } from 'use-intl'
import { Icon } from '@/components/ui/icon'
import type { PhoneRow } from './model/phone-row'

/** Of a phone at which nothing goes on: that it is not reachable, or what its owner tells of themselves. */
export function PhoneSays({ row }: { row: PhoneRow }) {
  const t = useTranslations('house.phones')
  const presence = usePresenceWord(row)
  if (row.reach === 'unreachable') return <span className="hit-warning">{t('reach.unreachable')}</span>
  return <bdi>{presence ?? (row.phone.dnd ? t('quiet') : '')}</bdi>
}

/** At the end: quiet, trouble, new messages, and how long an answer of the phone takes. */
export function PhoneNotes({ row }: { row: PhoneRow }) {
  const t = useTranslations('house.phones')
  const { phone, reach, roundTripMs } = row
  const { mailbox } = phone
  return (
    <span className="phone-notes">
      {phone.dnd && <Icon name="quiet" className="s-paused" />}
      {reach === 'unreachable' && <Icon name="warning" className="hit-warning" />}
      {mailbox !== null && mailbox.newMessages > 0 && (
        <span className="phone-lamp" data-urgent={mailbox.urgentMessages > 0 || undefined}>
          <Icon name="mailbox" /> <b className="fig">{mailbox.newMessages}</b>
        </span>
      )}
      {reach === 'reachable' && roundTripMs !== null && (
        <span className="num phone-ms">{t('ms', { ms: Math.round(roundTripMs) })}</span>
      )}
    </span>
  )
}

/** What somebody tells of themselves: the word and what they wrote; `null`: nothing. */
export function usePresenceWord({ phone }: PhoneRow): string | null {
  const t = useTranslations('house.phones.presence')
  const presence = phone.extension?.presence ?? null
  if (presence === null || presence.state === 'notSet') return null
  const told = [presence.subtype, presence.message].filter(Boolean).join(', ')
  // That somebody is there is nothing to say of nearly everybody.
  if (presence.state === 'available' && told === '') return null
  const word = t(presence.state)
  return told === '' ? word : t('told', { word, told })
}

/** The same in words. */
export function useNoteWords(): (row: PhoneRow) => string[] {
  const t = useTranslations('house.phones')
  return ({ phone, reach }) => {
    const { mailbox, extension, dnd } = phone
    const presence = extension?.presence
    const said = [
      dnd && t('quiet'),
      presence && presence.state !== 'notSet' && presence.state !== 'dnd' && t(`presence.${presence.state}`),
      presence?.message,
      reach === 'unreachable' && t('reach.unreachable'),
      mailbox !== null && mailbox.newMessages > 0 && t('newMessages', { count: mailbox.newMessages }),
    ]
    return said.filter((word): word is string => typeof word === 'string' && word !== '')
  }
}
