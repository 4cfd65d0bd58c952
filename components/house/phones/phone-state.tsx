'use client'

import { useTranslations } from 'use-intl'
import { Icon, type IconName } from '@/components/ui/icon'
import type { PhoneChannelState } from '@/lib/domain/phone-channel'
import type { PhoneState } from '@/lib/domain/phone-state'
import type { PhoneRow } from './model/phone-row'

/** The sign of each state: those of agents and calls. */
export const STATE_ICONS: Readonly<Record<PhoneState, IconName>> = {
  ...{ ringing: 'ringing', onCall: 'onCall', busy: 'onCall', onHold: 'onHold', ready: 'ready' },
  ...{ unavailable: 'unavailable', unknown: 'loggedOut' },
}
/** And its colour. */
export const STATE_CLASSES: Readonly<Record<PhoneState, string>> = {
  ...{ ringing: 's-ringing', onCall: 's-onCall', busy: 's-onCall', onHold: 's-onHold', ready: 's-ready' },
  ...{ unavailable: 's-unavailable', unknown: 's-loggedOut' },
}

/** Every state that the bits say, each with its sign and word. */
export function StatesOf({ row }: { row: PhoneRow }) {
  const word = useStateWord()
  return row.phone.states.map((state) => (
    <span key={state} className="phone-word">
      <Icon name={STATE_ICONS[state]} className={STATE_CLASSES[state]} />
      {word(row, state)}
    </span>
  ))
}

/** The word for a state: a lamp that is no phone is on or off; a phone that is not registered says so. */
export function useStateWord(): (row: PhoneRow, state: PhoneState) => string {
  const t = useTranslations('house.phones')
  return ({ phone, channel, reach }, state) => {
    if (phone.kind === 'key') return t(`lamp.${state}`)
    if (state === 'unavailable' && reach === 'unregistered') return t('reach.unregistered')
    if (state === 'onCall' && channel?.state === 'dialing' && phone.channels.length === 1) return t('channel.dialing')
    return t(`state.${state}`)
  }
}

/** What goes on at the phone's end of a call. */
export const CHANNEL_ICONS: Readonly<Record<PhoneChannelState, IconName>> = {
  ...{ dialing: 'phoneOutgoing', ringing: 'ringing', talking: 'onCall', held: 'onHold', parked: 'park' },
}
export const CHANNEL_CLASSES: Readonly<Record<PhoneChannelState, string>> = {
  ...{ dialing: 's-onCall', ringing: 's-ringing', talking: 's-onCall', held: 's-onHold', parked: 's-onHold' },
}
