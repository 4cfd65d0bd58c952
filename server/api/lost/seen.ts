import { endpointOfInterface } from '@/lib/domain/endpoint'
import type { Loss } from '@/lib/domain/lost'
import { type AccountRights, inScope, may, type QueueScope } from '@/lib/domain/rights'
import type { Phone } from '@/lib/protocol/viewer'
import type { Principal } from '@/server/auth/types'
import type { LostNow } from '@/server/history/lost/lost-book'
import type { ReadTables } from '@/server/store/types'

type Tables = Pick<ReadTables, 'queues' | 'members'>

/** The queues in which one's phones are, or else all; of them those that one may see. Names by Asterisk. */
export function queuesOf(
  phones: readonly Phone[],
  { queues: scope }: Pick<AccountRights, 'queues'>,
  tables: Tables,
): string[] {
  const own = new Set(phones.map((phone) => `${phone.pbx}|${endpointOfInterface(phone.interface)}`))
  const mine = new Set<string>()
  for (const member of tables.members.values()) {
    if (own.has(`${member.pbx}|${endpointOfInterface(member.interface)}`)) mine.add(member.queue)
  }
  return [...tables.queues.values()]
    .filter(({ id, name }) => inScope(scope, name) && (mine.size === 0 || mine.has(id)))
    .map(({ name }) => name)
}

/** Whose lost callers one looks after: of one's own queues, unless one may look into the history of those one sees. */
export function scopeOf({ rights, phones }: Pick<Principal, 'rights' | 'phones'>, own: boolean, tables: Tables) {
  return own || !may(rights, 'history.see') ? queuesOf(phones, rights, tables) : rights.queues
}

/** A lost caller with only what one sees of it; `null`: nothing. */
export function seenIn(scope: QueueScope, now: LostNow): LostNow | null {
  if (scope === null) return now
  const losses = now.caller.losses.filter(({ queue }) => inScope(scope, queue))
  return losses.length === 0 ? null : { ...now, caller: { ...now.caller, losses } }
}

/** Did one's own phone ring for any of these? */
export function rangAt(phones: readonly Phone[], losses: readonly Loss[]): boolean {
  const own = new Set(phones.map((phone) => endpointOfInterface(phone.interface)))
  return losses.some(({ rings }) => interfacesIn(rings).some((iface) => own.has(endpointOfInterface(iface))))
}

function interfacesIn(rings: string): string[] {
  const all: unknown = JSON.parse(rings)
  if (!Array.isArray(all)) return []
  return all.flatMap((ring: { interface?: unknown }) => (typeof ring.interface === 'string' ? [ring.interface] : []))
}
