import type { Member } from '@/lib/domain/member'
import { peopleAtPhones } from '@/lib/domain/people-at-phones'
import type { Phone } from '@/lib/domain/phone'
import { groupOf, type PhoneGroup } from '@/lib/domain/phone-group'

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
  for (const phone of phones) counts[groupOf(phone)] += 1
  return counts
}

/** Those in trouble first, then those that ring, then those in calls; of each the longest first. */
export function phoneLines(phones: readonly Phone[], members: readonly Member[]): PhoneLine[] {
  const nameOf = peopleAtPhones(members)
  const lines = phones.flatMap((phone) => lineOf(phone, nameOf))
  const longest = ({ since }: PhoneLine) => since ?? Number.POSITIVE_INFINITY
  return lines.sort((one, other) => RANK[one.kind] - RANK[other.kind] || longest(one) - longest(other))
}

function lineOf(phone: Phone, nameOf: (phone: Phone) => string | null): PhoneLine[] {
  const { id, number, endpoints, channels } = phone
  const name = nameOf(phone)
  const fallen = endpoints.length > 0 && endpoints.every(({ reach }) => reach === 'unreachable')
  if (fallen) return [{ id, kind: 'unreachable', number, name, since: endpoints[0]?.reachSince ?? null }]
  const group = groupOf(phone)
  if (group !== 'ringing' && group !== 'onCall') return []
  return [{ id, kind: group, number, name, since: channels[0]?.since ?? null }]
}
