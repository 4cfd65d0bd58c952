import { createRoute, z } from '@hono/zod-openapi'
import { DISTRIBUTIONS, distributionSchema } from '@/lib/protocol/distributions'
import { json, refusing } from '@/server/api/admin/answers'
import type { Api } from '@/server/api/app'
import { distributionOf } from '@/server/history/reports/distribution'
import { queuesWanted } from '@/server/history/reports/queues-known'
import { agentQuery, aTime, gapsFor, type HistoryDeps, queuesQuery, spanFor, whenQuery, withoutGroups } from './query'
import { queuesFor } from './view'

const distributionQuery = z
  .strictObject({
    ...whenQuery,
    queues: queuesQuery,
    agent: agentQuery,
    of: z.enum(DISTRIBUTIONS).default('wait'),
  })
  .refine(...aTime)

/** `/api/v1/distributions`: how many waited or talked for how long. */
export function addDistributions(api: Api, deps: HistoryDeps): void {
  const route = createRoute({
    method: 'get',
    path: '/api/v1/distributions',
    summary: 'How long callers waited or talked: how many in each bin, median and 90th percentile to the second.',
    request: { query: distributionQuery },
    responses: { 200: json('Bins and how many fell into each.', distributionSchema) },
  })
  api.openapi(route, async (c) => {
    const query = c.req.valid('query')
    const { of, agent = null } = query
    const { database, tables, rulesOf, clock } = deps
    const span = spanFor(query, deps)
    await deps.written()
    const asked = queuesFor(c.get('principal').rights.queues, withoutGroups(query.queues, deps), tables)
    const queues = await queuesWanted(deps, asked)
    const { signal } = c.req.raw
    const found = await distributionOf(database, { ...span, of, queues, agent }, rulesOf, signal).catch((error) => {
      if (signal.aborted) return null
      throw error
    })
    // Who went away gets nothing, and it is no fault.
    if (found === null) return refusing(c.body(null))
    const rules = queues.map((queue) => ({ queue, rules: rulesOf(queue) }))
    return c.json({ now: clock.now(), ...span, of, rules, ...found, gaps: await gapsFor(span, deps, asked) }, 200)
  })
}
