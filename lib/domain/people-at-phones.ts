import { endpointOfInterface } from './endpoint'
import type { Member } from './member'
import { keyOf, type Phone } from './phone'

/** Tells whose phone one is, as far as a member of a queue has a name; `null`: not known. */
export function peopleAtPhones(members: readonly Member[]): (phone: Phone) => string | null {
  const names = new Map<string, string>()
  for (const { pbx, name, interface: iface } of members)
    if (name !== iface) names.set(keyOf(pbx, endpointOfInterface(iface)), name)
  return ({ pbx, interfaces }) =>
    interfaces.map((one) => names.get(keyOf(pbx, one))).find((name) => name !== undefined) ?? null
}
