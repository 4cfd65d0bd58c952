import { createRoute, z } from '@hono/zod-openapi'
import { DISTRIBUTIONS, distributionSchema } from '@/lib/protocol/distributions'
import { json, refusals } from '@/server/api/admin/answers'
import type { Api } from '@/server/api/app'
import { distributionOf } from '@/server/history/reports/distribution'
import { queuesWanted } from '@/server/history/reports/queues-known'
import type { Watch } from '@/server/history/reports/watch'
import { askedFor, historyQuery } from './asked'
import type { HistoryDeps } from './deps'
import { distributionAsText } from './distribution-as-text'
import { EXPORT_FORMATS, exported } from './export'
import { answered, progressQuery } from './progress'
import { gapsFor } from './told-gaps'

const distributionQuery = historyQuery.safeExtend({
  of: z.enum(DISTRIBUTIONS).default('wait'),
  progress: progressQuery,
  format: z
    .enum(EXPORT_FORMATS)
    .optional()
    .describe('A row for each kind of call as a file: `json` has one on each line'),
})

/** `/api/v1/distributions`: how many waited or talked for how long. */
export function addDistributions(api: Api, deps: HistoryDeps): void {
  const route = createRoute({
    method: 'get',
    path: '/api/v1/distributions',
    summary: 'How long callers waited or talked: how many in each bin, median and 90th percentile to the second.',
    request: { query: distributionQuery },
    responses: { 200: json('Bins and how many fell into each.', distributionSchema), 422: refusals[422] },
  })
  api.openapi(route, async (c) => {
    const query = c.req.valid('query')
    const { of, format } = query
    const { database, rulesOf, dayStart, clock } = deps
    const asked = askedFor(query, c.get('principal').rights, deps)
    const { from, to } = asked
    await deps.written()
    const queues = await queuesWanted(deps, asked.queues)
    const rules = queues.map((queue) => ({ queue, rules: rulesOf(queue) }))
    const work = async (watch: Watch) => {
      const timesOf = { database, rulesOf, dayStart, now: clock.now() }
      const found = await distributionOf(timesOf, { ...asked, of, queues }, watch)
      return { now: clock.now(), from, to, of, rules, ...found, gaps: await gapsFor(asked, deps, asked.queues) }
    }
    return answered(c, format ? '0' : query.progress, work, (found) =>
      format ? exported(c, format, `distribution-${of}`, distributionAsText(format, found)) : c.json(found, 200),
    )
  })
}
