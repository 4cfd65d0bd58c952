import { createRoute, z } from '@hono/zod-openapi'
import { memberId, queueId } from '@/lib/domain/ids'
import type { AccountRights } from '@/lib/domain/rights'
import { MISSED_SORTS, type MissedRingView, missedRingsSchema } from '@/lib/protocol/missed-rings'
import { json, refusals, refusing } from '@/server/api/admin/answers'
import type { Api } from '@/server/api/app'
import { problem } from '@/server/api/schemas'
import { whoShown } from '@/server/api/who-shown'
import { type MissedRing, missedRingsIn } from '@/server/history/agents/missed-list'
import { queuesWanted } from '@/server/history/reports/queues-known'
import { type Asked, askedFor, historyQuery } from './asked'
import type { HistoryDeps } from './deps'
import { exported, formatQuery } from './export'
import { unlessGone } from './gone'
import { missedAsText } from './missed-as-text'
import { firstOf, inOrder } from './missed-order'
import { orderOf, sortQuery } from './sort-query'
import { gapsFor } from './told-gaps'
import { upTo } from './up-to'

/** No file has more: a busy floor misses some hundreds a day. */
const MAX_RINGS = 200_000

const missedQuery = historyQuery.safeExtend({
  agent: historyQuery.shape.agent.describe('Interface of the agent who did not answer; without it: all agents'),
  sort: sortQuery(MISSED_SORTS).default('-time'),
  limit: z.coerce.number().int().min(1).max(1000).default(1000),
  format: formatQuery,
})

/** `/api/v1/missedRings`: whose phone rang in vain, and what became of the caller. */
export function addMissedRings(api: Api, deps: HistoryDeps): void {
  const route = createRoute({
    method: 'get',
    path: '/api/v1/missedRings',
    summary:
      'Agents’ phones that rang and were not answered, of callers whose waiting ended within a window or a range.',
    request: { query: missedQuery },
    responses: { 200: json('The first of them in the order asked for.', missedRingsSchema), 422: refusals[422] },
  })
  api.openapi(route, async (c) => {
    const query = c.req.valid('query')
    const { rights } = c.get('principal')
    const { signal } = c.req.raw
    const asked = askedFor(query, rights, deps)
    const { from, to, agent } = asked
    const order = orderOf(query.sort)
    await deps.written()
    const queues = await queuesWanted(deps, asked.queues)
    const rings = () => viewsOf(missedRingsIn(deps.database, { ...asked, queues }, signal), rights, deps)
    if (query.format) {
      const all = await unlessGone(signal, () => upTo(MAX_RINGS, rings()))
      if (all === null) return refusing(c.body(null))
      if (all !== 'more') return exported(c, query.format, 'missed', missedAsText(query.format, inOrder(all, order)))
      const detail = `No file has more than ${MAX_RINGS} rings: take a shorter range, or one agent.`
      return refusing(problem(c, { title: 'Unprocessable Content', status: 422, detail }))
    }
    const found = await unlessGone(signal, () => firstOf(rings(), order, query.limit))
    if (found === null) return refusing(c.body(null))
    const whose = agent === null ? null : { interface: agent, name: nameOf(agent, asked, deps) }
    return c.json({ now: deps.clock.now(), from, to, agent: whose, ...found, gaps: await gapsFor(asked, deps) }, 200)
  })
}

/** As a queue that one sees calls the agent. */
function nameOf(agent: string, { queues }: Asked, { tables }: Pick<HistoryDeps, 'tables'>): string {
  const member = [...tables.members.values()].find((one) => {
    const queue = tables.queues.get(one.queue)
    const isSeen = queue !== undefined && queues?.includes(queue.name) !== false
    return isSeen && one.interface.toLowerCase() === agent.toLowerCase()
  })
  return member?.name ?? agent
}

async function* viewsOf(
  rings: AsyncIterable<MissedRing>,
  { numbers }: Pick<AccountRights, 'numbers'>,
  { tables }: Pick<HistoryDeps, 'tables'>,
): AsyncGenerator<MissedRingView> {
  for await (const { visit, ring, index } of rings) {
    const { pbx, queue, ending, leftAt } = visit
    // Only visits that ended waiting are read.
    if (ending === null || leftAt === null) continue
    yield {
      ...{ visit: visit.id, ring: index, pbx, queue },
      queueLabel: tables.queues.get(queueId(pbx, queue))?.label ?? queue,
      interface: ring.interface,
      agentName: tables.members.get(memberId(pbx, queue, ring.interface))?.name ?? ring.interface,
      ...{ at: ring.at, rangMs: ring.rangMs, ending, leftAt },
      ...whoShown(visit, numbers === 'all'),
      ...{ answeredBy: visit.agentName ?? visit.agent, isPartlyUnseen: visit.isPartlyUnseen },
    }
  }
}
