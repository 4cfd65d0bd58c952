import { memberId, type PbxName, queueId } from '@/lib/domain/ids'
import { maskNumber } from '@/lib/domain/mask'
import type { AccountRights } from '@/lib/domain/rights'
import type { Visit } from '@/lib/domain/visit'
import { waitOf } from '@/lib/kpi/kind'
import type { VisitView } from '@/lib/protocol/visits'
import { whoShown } from '@/server/api/who-shown'
import type { ReadTables } from '@/server/store/types'

type Tables = Pick<ReadTables, 'queues' | 'members'>

/** A visit as whoever asks may see it; `next` is the id of the same caller's next one. */
export function visitView(
  visit: Visit,
  next: string | null,
  { numbers }: Pick<AccountRights, 'numbers'>,
  tables: Tables,
): VisitView {
  const { pbx, queue, answeredAt, talkEndedAt, heldMs, transferredTo } = visit
  const inFull = numbers === 'all'
  const nameOf = (iface: string) => tables.members.get(memberId(pbx as PbxName, queue, iface))?.name ?? null
  return {
    ...{ id: visit.id, pbx, queue, queueLabel: tables.queues.get(queueId(pbx, queue))?.label ?? queue },
    ...whoShown(visit, inFull),
    ...{ enteredAt: visit.enteredAt, position: visit.position, priority: visit.priority, leftAt: visit.leftAt },
    rings: visit.rings.map((ring) => ({ ...ring, name: nameOf(ring.interface) })),
    ...{ ending: visit.ending, agent: visit.agent, agentName: visit.agentName, answeredAt, talkEndedAt, heldMs },
    wrapUpMs: visit.wrapUpMs,
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
