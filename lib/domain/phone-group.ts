import type { Phone } from './phone'
import type { PhoneState } from './phone-state'

/** What phones are counted by; each is the name of its sign, too. */
export const PHONE_GROUPS = ['ready', 'onCall', 'ringing', 'unavailable'] as const
export type PhoneGroup = (typeof PHONE_GROUPS)[number]

const GROUP_OF: Readonly<Record<PhoneState, PhoneGroup>> = {
  ...{ ready: 'ready', onCall: 'onCall', busy: 'onCall', onHold: 'onCall', ringing: 'ringing' },
  ...{ unavailable: 'unavailable', unknown: 'unavailable' },
}

export function groupOf({ states }: Pick<Phone, 'states'>): PhoneGroup {
  return GROUP_OF[states[0] ?? 'unknown']
}
