import type { PresenceState } from '@/lib/domain/presence'
import type { AmiMessage } from '@/server/ami/types'
import type { PbxEvent } from './pbx-event'
import type { Readers } from './reader'
import { textOf } from './values'

/** Words of main/presencestate.c, `state2string`. */
const STATES: ReadonlyMap<string, PresenceState> = new Map([
  ['not_set', 'notSet'],
  ['unavailable', 'unavailable'],
  ['available', 'available'],
  ['away', 'away'],
  ['xa', 'xa'],
  ['chat', 'chat'],
  ['dnd', 'dnd'],
])

function presence(message: AmiMessage, at: number, presentity: string | undefined): PbxEvent | null {
  if (!presentity) return null
  const state = STATES.get((message.get('Status') ?? '').toLowerCase()) ?? 'notSet'
  const told = { state, subtype: textOf(message, 'Subtype'), message: textOf(message, 'Message') }
  return { type: 'presencePut', at, presentity, presence: told }
}

/** Both the live event and the item of PresenceStateList. */
function stateChanged(message: AmiMessage, at: number): PbxEvent | null {
  return presence(message, at, message.get('Presentity'))
}

/** Of an extension whose hint names the presentity behind its devices; Asterisk 11 tells nothing else. */
function statusOfExtension(message: AmiMessage, at: number): PbxEvent | null {
  return presence(message, at, presentityOfHint(message.get('Hint') ?? ''))
}

/** `CustomPresence:anna` of `PJSIP/101,CustomPresence:anna`. */
function presentityOfHint(hint: string): string | undefined {
  return hint.split(',')[1]
}

export const presenceReaders: Readers = {
  PresenceStateChange: stateChanged,
  PresenceStatus: statusOfExtension,
}
