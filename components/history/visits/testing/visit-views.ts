import { aVisit } from '@/lib/domain/testing/visits'
import { waitOf } from '@/lib/kpi/kind'
import type { VisitStory, VisitView } from '@/lib/protocol/visits'

type Fields = Parameters<typeof aVisit>[0] & Partial<Pick<VisitView, 'queueLabel' | 'next' | 'rings'>>

/** A visit as the API gives it. */
export function aVisitView({ rings = [], ...fields }: Fields = {}): VisitView {
  const { uniqueid: _, agentChannel: _channel, ...visit } = aVisit(fields)
  const { answeredAt, talkEndedAt, heldMs, queue } = visit
  return {
    ...{ queueLabel: queue, next: null, ...visit, rings: [...rings], waitMs: waitOf(aVisit(fields)) },
    talkMs: answeredAt === null || talkEndedAt === null ? null : talkEndedAt - answeredAt - heldMs,
  }
}

export function aStory(visit: VisitView, change: Partial<VisitStory> = {}): VisitStory {
  const now = (visit.leftAt ?? visit.enteredAt) + 60_000
  return { now, visit, knownFrom: 'live', call: [visit], others: [], othersTotal: 0, gaps: [], ...change }
}
