'use client'

import { useTranslations } from 'use-intl'
import { Icon } from '@/components/ui/icon'
import type { PhoneRow } from './model/phone-row'

/** Below a phone's state: presence, quiet, its line and its mailbox, as far as there is something to say. */
export function PhoneNotes({ row }: { row: PhoneRow }) {
  const t = useTranslations('house.phones')
  const presence = usePresenceWord(row)
  const { phone, reach, roundTripMs } = row
  const { mailbox } = phone
  return (
    <>
      {phone.dnd && (
        <span className="phone-note">
          <Icon name="quiet" className="s-paused" />
          {presence ?? t('quiet')}
        </span>
      )}
      {!phone.dnd && presence !== null && (
        <span className="ui-cut phone-note">
          <bdi>{presence}</bdi>
        </span>
      )}
      {reach === 'unreachable' && (
        <span className="phone-note hit-warning">
          <Icon name="warning" />
          {t('reach.unreachable')}
        </span>
      )}
      <span className="ui-end" />
      {mailbox !== null && mailbox.newMessages > 0 && (
        <span className="phone-note phone-lamp" data-urgent={mailbox.urgentMessages > 0 || undefined}>
          <Icon name="mailbox" />
          <b className="fig">{mailbox.newMessages}</b>
        </span>
      )}
      {reach === 'reachable' && roundTripMs !== null && (
        <span className="phone-note dim3 num">{t('ms', { ms: Math.round(roundTripMs) })}</span>
      )}
    </>
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
