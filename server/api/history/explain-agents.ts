import { createRoute, z } from '@hono/zod-openapi'
import { timesExplanationSchema } from '@/lib/protocol/agent-times'
import { json, notFound, refusals } from '@/server/api/admin/answers'
import type { Api } from '@/server/api/app'
import { myKpi } from '@/server/api/me/my-day'
import { askedFor, historyQuery, spanFor } from './asked'
import type { HistoryDeps } from './deps'
import { explainedTimes } from './explained-times'
import { aReasonOfPauses, timesQuery } from './times-query'

const agentsQuery = historyQuery
  .safeExtend({
    ...timesQuery,
    agent: historyQuery.shape.agent.describe('Interface of the agent; without it: all agents together'),
  })
  .refine(...aReasonOfPauses)
const mineQuery = z.strictObject(timesQuery).refine(...aReasonOfPauses)

/** `/api/v1/explain/agents` and, of oneself, `/api/v1/me/times`: what agents' time is made of. */
export function addExplainAgents(api: Api, deps: HistoryDeps): void {
  addAll(api, deps)
  addMine(api, deps)
}

function addAll(api: Api, deps: HistoryDeps): void {
  const route = createRoute({
    method: 'get',
    path: '/api/v1/explain/agents',
    summary: 'What an agent’s time within a window or a range is made of: the sum, and each span that it adds up.',
    request: { query: agentsQuery },
    responses: { 200: json('The figure and one page of its spans.', timesExplanationSchema), 422: refusals[422] },
  })
  api.openapi(route, async (c) => {
    const query = c.req.valid('query')
    const asked = askedFor(query, c.get('principal').rights, deps)
    return explainedTimes(c, asked, query, deps, (told) => c.json(told, 200))
  })
}

function addMine(api: Api, deps: HistoryDeps): void {
  const route = createRoute({
    method: 'get',
    path: '/api/v1/me/times',
    summary: 'What one’s own time of today is made of, over all queues: the sum, and each span that it adds up.',
    request: { query: mineQuery },
    responses: {
      200: json('The figure and one page of its spans.', timesExplanationSchema),
      404: refusals[404],
      422: refusals[422],
    },
  })
  api.openapi(route, async (c) => {
    const own = myKpi(c.get('principal').phones, deps.tables.agentKpis.values())
    if (own === null) return notFound(c)
    const asked = { ...spanFor({}, deps), queues: null, agent: own.interface }
    return explainedTimes(c, asked, c.req.valid('query'), deps, (told) => c.json(told, 200))
  })
}
