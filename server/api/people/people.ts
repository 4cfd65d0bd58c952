import { devicesOfHint } from '@/lib/domain/endpoint'
import { inScope, type QueueScope } from '@/lib/domain/rights'
import type { Person } from '@/lib/protocol/people'
import type { ReadTables } from '@/server/store/types'

/** A phone given to a person with an account. */
export type GivenPhone = { name: string; pbx: string; interface: string; exten: string | null }

type Tables = Pick<ReadTables, 'members' | 'extensions' | 'queues'>

/**
 * Colleagues, one per phone, by name: who has an account and a phone, and the members of the queues in `scope`. What to
 * dial is what the account says, else the extension whose hint names the phone.
 */
export function peopleOf(given: readonly GivenPhone[], tables: Tables, scope: QueueScope): Person[] {
  const extens = extensByInterface(tables)
  const people = new Map<string, Person>()
  for (const phone of given) {
    const key = keyOf(phone.pbx, phone.interface)
    people.set(key, { ...phone, exten: phone.exten ?? extens.get(key) ?? null })
  }
  for (const member of tables.members.values()) {
    const key = keyOf(member.pbx, member.interface)
    const queue = tables.queues.get(member.queue)
    if (people.has(key) || !queue || !inScope(scope, queue.name)) continue
    const { name, pbx, interface: phone } = member
    people.set(key, { name, pbx, interface: phone, exten: extens.get(key) ?? null })
  }
  return [...people.values()].sort((one, other) => one.name.localeCompare(other.name))
}

/** A hint may name several devices, joined by `&`. */
function extensByInterface({ extensions }: Tables): Map<string, string> {
  const extens = new Map<string, string>()
  for (const { pbx, hint, exten } of extensions.values())
    for (const device of devicesOfHint(hint)) extens.set(keyOf(pbx, device), exten)
  return extens
}

/** Asterisk compares interfaces without case (app_queue.c, `interface_exists`). */
function keyOf(pbx: string, phone: string): string {
  return `${pbx} ${phone.toLowerCase()}`
}
