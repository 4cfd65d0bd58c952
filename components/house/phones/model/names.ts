import { endpointOfInterface } from '@/lib/domain/endpoint'
import type { Member } from '@/lib/domain/member'
import { keyOf } from '@/lib/domain/phone'
import type { PhoneChannel } from '@/lib/domain/phone-channel'
import type { Person } from '@/lib/protocol/people'

type Told = { people: readonly Person[]; members: readonly Member[] }

/**
 * Whose phone an interface is, by `keyOf`: an account's name first, then a queue member's, then what the phone called
 * itself in a call (`heard`).
 */
export function namesOf({ people, members }: Told, heard: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const names = new Map(heard)
  for (const { pbx, name, interface: iface, stateInterface } of members) {
    if (name === iface) continue
    for (const one of [iface, stateInterface]) names.set(keyOf(pbx, endpointOfInterface(one)), name)
  }
  for (const { pbx, name, interface: iface } of people) names.set(keyOf(pbx, endpointOfInterface(iface)), name)
  return names
}

/** Notes what phones called themselves to others: a call ends, and one still knows whose phone it is. */
export function hear(channels: readonly PhoneChannel[], heard: Map<string, string>): void {
  for (const { pbx, otherEndpoint, otherName } of channels)
    if (otherEndpoint !== null && otherName !== null)
      heard.set(keyOf(pbx, endpointOfInterface(otherEndpoint)), otherName)
}

/** Ids of the queues of a member, by `keyOf` of its phones. */
export function queuesByPhone(members: readonly Member[]): ReadonlyMap<string, readonly string[]> {
  const queues = new Map<string, string[]>()
  for (const { pbx, queue, interface: iface, stateInterface } of members) {
    for (const one of new Set([endpointOfInterface(iface), endpointOfInterface(stateInterface)])) {
      const key = keyOf(pbx, one)
      const known = queues.get(key)
      if (known) known.push(queue)
      else queues.set(key, [queue])
    }
  }
  return queues
}
