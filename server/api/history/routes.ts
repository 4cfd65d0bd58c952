import { createRoute, z } from '@hono/zod-openapi'
import { FIGURES, UNIT_OF_FIGURE } from '@/lib/kpi/figures'
import { explanationSchema } from '@/lib/protocol/visits'
import { json } from '@/server/api/admin/answers'
import type { Api } from '@/server/api/app'
import { asteriskOf, reckon } from '@/server/history/reports/explain'
import { visitsIn } from '@/server/history/reports/find-visits'
import { countOf, turnedAwayIn } from '@/server/history/reports/turned-away'
import { addDistributions } from './distributions'
import { gapsFor, type HistoryDeps, queuesQuery, spanFor, whenQuery, windowOf, withoutGroups } from './query'
import { addReports } from './reports'
import { queuesFor } from './view'
import { addVisits } from './visits'

const which = { ...whenQuery, queues: queuesQuery }
const explainQuery = z.strictObject({ ...which, figure: z.enum(FIGURES) })

/** `/api/v1/visits`, `/explain`, `/reports` and `/distributions`: figures of the past, and what stands behind them. */
export function addHistoryRoutes(api: Api, deps: HistoryDeps): void {
  addVisits(api, deps)
  addExplain(api, deps)
  addReports(api, deps)
  addDistributions(api, deps)
}

function addExplain(api: Api, deps: HistoryDeps): void {
  const route = createRoute({
    method: 'get',
    path: '/api/v1/explain',
    summary: 'What a figure is made of: formula, fraction, rules, Asterisk’s own counters, gaps.',
    request: { query: explainQuery },
    responses: { 200: json('The figure and what stands behind it.', explanationSchema) },
  })
  api.openapi(route, async (c) => {
    const query = c.req.valid('query')
    const { figure } = query
    const { database, tables, rulesOf } = deps
    const span = spanFor(query, deps)
    const queues = queuesFor(c.get('principal').rights.queues, withoutGroups(query.queues, deps), tables)
    await deps.written()
    const reckoning = await reckon(figure, visitsIn(database, { ...span, queues }), rulesOf)
    const gaps = await gapsFor(span, deps)
    const known = queues ?? [...tables.queues.values()].map(({ name }) => name)
    const [only] = known
    const queue = known.length === 1 ? [...tables.queues.values()].find(({ name }) => name === only) : undefined
    const asterisk = queue ? asteriskOf(figure, queue, span.from, rulesOf(queue.name), gaps.length > 0) : null
    const rules = known.map((name) => ({ queue: name, rules: rulesOf(name) }))
    const window = windowOf(query)
    const told = { now: deps.clock.now(), figure, unit: UNIT_OF_FIGURE[figure], queues: [...known], window, ...span }
    const turnedAway = countOf(await turnedAwayIn(database, { ...span, queues }))
    return c.json({ ...told, ...reckoning, turnedAway, rules, asterisk, gaps }, 200)
  })
}
