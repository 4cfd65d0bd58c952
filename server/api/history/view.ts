import { memberId, type PbxName, queueId } from '@/lib/domain/ids'
import type { KpiRules } from '@/lib/domain/kpi'
import { maskNumber, shortenName } from '@/lib/domain/mask'
import { type AccountRights, inScope } from '@/lib/domain/rights'
import type { Visit } from '@/lib/domain/visit'
import { waitOf } from '@/lib/kpi/kind'
import type { VisitView } from '@/lib/protocol/visits'
import type { ReadTables } from '@/server/store/types'

type Tables = Pick<ReadTables, 'queues' | 'members'>

/** A visit as whoever asks may see it; `next` is the id of the same caller's next one. */
export function visitView(
  visit: Visit,
  next: string | null,
  { numbers }: Pick<AccountRights, 'numbers'>,
  tables: Tables,
): VisitView {
  const { pbx, queue, answeredAt, talkEndedAt, heldMs, number, name, transferredTo } = visit
  const inFull = numbers === 'all'
  const nameOf = (iface: string) => tables.members.get(memberId(pbx as PbxName, queue, iface))?.name ?? null
  return {
    ...{ id: visit.id, pbx, queue, queueLabel: tables.queues.get(queueId(pbx, queue))?.label ?? queue },
    number: number === null || inFull ? number : maskNumber(number),
    name: name === null || inFull ? name : shortenName(name),
    ...{ enteredAt: visit.enteredAt, position: visit.position, priority: visit.priority, leftAt: visit.leftAt },
    rings: visit.rings.map((ring) => ({ ...ring, name: nameOf(ring.interface) })),
    ...{ ending: visit.ending, agent: visit.agent, agentName: visit.agentName, answeredAt, talkEndedAt, heldMs },
    ...{ endedBy: visit.endedBy, isPartlyUnseen: visit.isPartlyUnseen },
    transferredTo: transferredTo === null || inFull ? transferredTo : maskTarget(transferredTo),
    ...{ previous: visit.previous, next, waitMs: waitOf(visit) },
    talkMs: answeredAt === null || talkEndedAt === null ? null : Math.max(0, talkEndedAt - answeredAt - heldMs),
  }
}

/** A queue or an extension is nobody's number. */
function maskTarget(target: string): string {
  return target.replace(/\D/g, '').length > 4 ? maskNumber(target) : target
}

/** Names of queues in Asterisk, as far as one may see them, of those asked for by name or label; `null`: all. */
export function queuesFor(
  scope: AccountRights['queues'],
  asked: readonly string[] | undefined,
  tables: Pick<ReadTables, 'queues'>,
): readonly string[] | null {
  if (asked === undefined) return scope === null ? null : namesIn(tables, (name) => inScope(scope, name), scope)
  const wanted = new Set(asked.map((word) => word.toLowerCase()))
  const isAsked = (name: string, label: string) => wanted.has(name.toLowerCase()) || wanted.has(label.toLowerCase())
  // A queue that is no more still has its past.
  const past = asked.filter((name) => inScope(scope, name))
  return namesIn(tables, (name, label) => inScope(scope, name) && isAsked(name, label), past)
}

function namesIn(
  { queues }: Pick<ReadTables, 'queues'>,
  takes: (name: string, label: string) => boolean,
  besides: readonly string[],
): readonly string[] {
  const names = [...queues.values()].filter(({ name, label }) => takes(name, label)).map(({ name }) => name)
  return [...new Set([...names, ...besides])]
}

export type RulesOf = (queue: string) => KpiRules
