import { endpointOfInterface } from '@/lib/domain/endpoint'
import type { Member } from '@/lib/domain/member'
import { keyOf, type Phone } from '@/lib/domain/phone'
import type { PhoneState } from '@/lib/domain/phone-state'

/** What a wall counts of phones; each is the name of its sign, too. */
export const PHONE_GROUPS = ['ready', 'onCall', 'ringing', 'unavailable'] as const
export type PhoneGroup = (typeof PHONE_GROUPS)[number]

const GROUP_OF: Readonly<Record<PhoneState, PhoneGroup>> = {
  ...{ ready: 'ready', onCall: 'onCall', busy: 'onCall', onHold: 'onCall', ringing: 'ringing' },
  ...{ unavailable: 'unavailable', unknown: 'unavailable' },
}

/** One phone that a wall tells of: in trouble, ringing, or in a call. */
export type PhoneLine = {
  id: string
  kind: 'unreachable' | 'ringing' | 'onCall'
  number: string
  name: string | null
  since: number | null
}

const RANK: Readonly<Record<PhoneLine['kind'], number>> = { unreachable: 0, ringing: 1, onCall: 2 }

export function phoneCounts(phones: readonly Phone[]): Record<PhoneGroup, number> {
  const counts = { ready: 0, onCall: 0, ringing: 0, unavailable: 0 }
  for (const { states } of phones) counts[GROUP_OF[states[0] ?? 'unknown']] += 1
  return counts
}

/** Those in trouble first, then those that ring, then those in calls; of each the longest first. */
export function phoneLines(phones: readonly Phone[], members: readonly Member[]): PhoneLine[] {
  const names = new Map<string, string>()
  for (const { pbx, name, interface: iface } of members)
    if (name !== iface) names.set(keyOf(pbx, endpointOfInterface(iface)), name)
  const lines = phones.flatMap((phone) => lineOf(phone, names))
  const longest = ({ since }: PhoneLine) => since ?? Number.POSITIVE_INFINITY
  return lines.sort((one, other) => RANK[one.kind] - RANK[other.kind] || longest(one) - longest(other))
}

function lineOf(phone: Phone, names: ReadonlyMap<string, string>): PhoneLine[] {
  const { id, pbx, number, endpoints, interfaces, channels } = phone
  const name = interfaces.map((one) => names.get(keyOf(pbx, one))).find((one) => one !== undefined) ?? null
  const fallen = endpoints.length > 0 && endpoints.every(({ reach }) => reach === 'unreachable')
  if (fallen) return [{ id, kind: 'unreachable', number, name, since: endpoints[0]?.reachSince ?? null }]
  const group = GROUP_OF[phone.states[0] ?? 'unknown']
  if (group !== 'ringing' && group !== 'onCall') return []
  return [{ id, kind: group, number, name, since: channels[0]?.since ?? null }]
}
