import type { Header } from '../ami/message'
import { HINT_CONTEXT, hintOf } from './devices'
import type { Pbx } from './pbx'

/** What somebody tells of themselves (`main/presencestate.c`). */
export type Presence = { status: string; subtype: string; message: string }

export const NOT_SET: Presence = { status: 'not_set', subtype: '', message: '' }

export function presenceHeaders({ status, subtype, message }: Presence): Header[] {
  return [
    ['Status', status],
    ['Subtype', subtype],
    ['Message', message],
  ]
}

/** Hints that name it tell first, then it does itself. */
export function setPresence(pbx: Pbx, presentity: string, presence: Presence): void {
  pbx.presences.set(presentity, presence)
  for (const phone of pbx.phones.values()) {
    if (phone.presentity !== presentity) continue
    pbx.emit('call', 'PresenceStatus', () => [
      ['Exten', phone.extension],
      ['Context', HINT_CONTEXT],
      ['Hint', hintOf(phone)],
      ...presenceHeaders(presence),
    ])
  }
  pbx.emit('call', 'PresenceStateChange', () => [['Presentity', presentity], ...presenceHeaders(presence)])
}
