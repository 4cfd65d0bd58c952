import { endpointOfInterface } from '@/lib/domain/endpoint'
import { type AccountRights, inScope } from '@/lib/domain/rights'
import type { LostCaller } from '@/lib/protocol/history'
import type { Phone } from '@/lib/protocol/viewer'
import type { StoredCall } from '@/server/history/history'
import type { ReadTables } from '@/server/store/types'
import { labelOf, outcomeOf, whoOf } from './recent'

/** The queues in which one's phones are, or else all; of them those that one may see. Names by Asterisk. */
export function queuesOf(
  phones: readonly Phone[],
  { queues: scope }: Pick<AccountRights, 'queues'>,
  tables: Pick<ReadTables, 'queues' | 'members'>,
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

/**
 * Visits folded by number, but those with whom somebody spoke since; the oldest first. Numbers in full for who may see
 * all, and of callers for whom one's own phone rang.
 */
export function lostCallers(
  visits: readonly StoredCall[],
  spoken: ReadonlyMap<string, number>,
  own: readonly StoredCall[],
  { numbers }: Pick<AccountRights, 'numbers'>,
  tables: Pick<ReadTables, 'queues'>,
): LostCaller[] {
  const rang = new Set(own.map(({ uniqueid }) => uniqueid))
  const open = visits.filter(({ number_key: key, ended_at: at }) => (spoken.get(key ?? '') ?? 0) < at)
  return [...folded(open).values()].flatMap((all) => {
    const last = all.at(-1)
    if (last === undefined || last.queue === null) return []
    const inFull = numbers === 'all' || (numbers === 'own' && all.some(({ uniqueid }) => rang.has(uniqueid)))
    return {
      id: String(last.id),
      at: last.ended_at,
      ...whoOf(last, inFull),
      queue: labelOf(last.pbx, last.queue, tables),
      waitMs: last.wait_ms,
      outcome: outcomeOf(last),
      times: all.length,
      callable: numbers !== 'none' && last.number_key !== null,
    }
  })
}

/** By number; who withheld it stands alone. */
function folded(visits: readonly StoredCall[]): Map<string, StoredCall[]> {
  const byKey = new Map<string, StoredCall[]>()
  for (const visit of visits) {
    const key = visit.number_key ?? `visit ${visit.id}`
    byKey.set(key, [...(byKey.get(key) ?? []), visit])
  }
  return byKey
}
