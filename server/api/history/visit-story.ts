import { type AccountRights, inScope } from '@/lib/domain/rights'
import type { Visit } from '@/lib/domain/visit'
import { KNOWN_FROM, type VisitStory } from '@/lib/protocol/visits'
import { queuesWanted } from '@/server/history/reports/queues-known'
import { visitById, visitsOfCall, visitsOfNumber } from '@/server/history/reports/visits-around'
import { queuesFor } from './asked-queues'
import type { HistoryDeps } from './deps'
import { gapsFor } from './told-gaps'
import { visitViews } from './visit-views'

/** So long back the same number's other calls are told. */
const OTHERS_MS = 30 * 86_400_000

/** One visit and what it belongs to; `null`: there is none such that whoever asks may see. */
export async function visitStory(
  id: string,
  rights: Pick<AccountRights, 'numbers' | 'queues'>,
  deps: HistoryDeps,
): Promise<VisitStory | null> {
  const { database, tables, clock } = deps
  const known = await visitById(database, id)
  if (known === null || !inScope(rights.queues, known.visit.queue)) return null
  const { visit, from } = known
  const now = clock.now()
  const call = (await visitsOfCall(database, visit)).filter(({ queue }) => inScope(rights.queues, queue))
  const span = { from: now - OTHERS_MS, to: now + 1 }
  const seen = queuesFor(rights.queues, undefined, tables)
  const others = await visitsOfNumber(database, visit, span, seen && (await queuesWanted(deps, seen)))
  const views = await visitViews([visit, ...call, ...others.visits], rights, deps)
  const [own] = views
  if (own === undefined) return null
  const gaps = await gapsFor({ from: visit.enteredAt, to: endOf(visit) ?? now + 1 }, deps)
  return {
    ...{ now, visit: own, knownFrom: KNOWN_FROM.find((one) => one === from) ?? 'live' },
    call: views.slice(1, 1 + call.length),
    ...{ others: views.slice(1 + call.length), othersTotal: others.total },
    gaps: gaps.filter(({ pbx }) => pbx === visit.pbx),
  }
}

/** When the last was heard of it; `null`: it goes on. */
function endOf({ ending, leftAt, talkEndedAt }: Visit): number | null {
  return ending === 'answered' ? talkEndedAt : leftAt
}
