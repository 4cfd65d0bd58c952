import { createRoute, z } from '@hono/zod-openapi'
import type { AccountRights } from '@/lib/domain/rights'
import { ENDINGS, type Visit } from '@/lib/domain/visit'
import { FIGURES, type Figure, UNIT_OF_FIGURE } from '@/lib/kpi/figures'
import type { Fraction } from '@/lib/kpi/service-level'
import { explanationSchema, PARTS_OF_FIGURE, visitsSchema } from '@/lib/protocol/visits'
import { json } from '@/server/api/admin/answers'
import type { Api } from '@/server/api/app'
import { numberKey } from '@/server/history/number-key'
import { asteriskOf, reckon, standsIn } from '@/server/history/reports/explain'
import { type VisitFilter, visitPage, visitsIn } from '@/server/history/reports/find-visits'
import { countOf, turnedAwayIn } from '@/server/history/reports/turned-away'
import { addDistributions } from './distributions'
import { EXPORT_FORMATS, exported } from './export'
import {
  agentQuery,
  gapsFor,
  type HistoryDeps,
  names,
  queuesQuery,
  spanFor,
  whenQuery,
  windowOf,
  withoutGroups,
} from './query'
import { addReports } from './reports'
import { queuesFor } from './view'
import { visitViews } from './visit-views'
import { visitsAsText } from './visits-as-text'

const which = { ...whenQuery, queues: queuesQuery }
const visitsQuery = z
  .strictObject({
    ...which,
    ending: names.pipe(z.array(z.enum(ENDINGS))).optional(),
    agent: agentQuery,
    number: z.string().max(64).optional(),
    figure: z.enum(FIGURES).optional(),
    part: z.enum(PARTS_OF_FIGURE).optional(),
    after: z.string().max(20).regex(/^\d+$/).optional().describe('`next` of the page before'),
    limit: z.coerce.number().int().min(1).max(1000).default(100),
    format: z.enum(EXPORT_FORMATS).optional().describe('All of them as a file: `json` has one on each line'),
  })
  .refine(({ figure, part }) => (figure === undefined) === (part === undefined), 'figure and part go together')
const explainQuery = z.strictObject({ ...which, figure: z.enum(FIGURES) })

/** `/api/v1/visits`, `/explain`, `/reports` and `/distributions`: figures of the past, and what stands behind them. */
export function addHistoryRoutes(api: Api, deps: HistoryDeps): void {
  addVisits(api, deps)
  addExplain(api, deps)
  addReports(api, deps)
  addDistributions(api, deps)
}

function addVisits(api: Api, deps: HistoryDeps): void {
  const route = createRoute({
    method: 'get',
    path: '/api/v1/visits',
    summary: 'Visits to queues that ended waiting within a window or a range; also those behind one figure.',
    request: { query: visitsQuery },
    responses: { 200: json('By the moment at which the waiting ended.', visitsSchema) },
  })
  api.openapi(route, async (c) => {
    const query = c.req.valid('query')
    const { rights } = c.get('principal')
    const { figure, part, format } = query
    const filter = filterOf(query, rights, deps)
    const behind = figure && part && { figure, part }
    await deps.written()
    if (format) return exported(c, format, 'visits', visitsAsText(format, behindIn(filter, behind, deps), rights, deps))
    const skipped = Number(query.after ?? 0)
    const { page, total } = behind
      ? await pageBehind(behindIn(filter, behind, deps), skipped, query.limit)
      : await visitPage(deps.database, filter, skipped, query.limit)
    const seen = skipped + page.length
    const items = await visitViews(page, rights, deps)
    const gaps = await gapsFor(filter, deps)
    return c.json({ now: deps.clock.now(), items, total, next: seen < total ? String(seen) : null, gaps }, 200)
  })
}

function filterOf(query: z.infer<typeof visitsQuery>, { queues }: AccountRights, deps: HistoryDeps): VisitFilter {
  const { ending, agent, number } = query
  return {
    ...spanFor(query, deps),
    queues: queuesFor(queues, withoutGroups(query.queues, deps), deps.tables),
    ...(ending && { endings: ending }),
    ...(agent !== undefined && { agent }),
    ...(number !== undefined && { numberKey: numberKey(number) ?? 'none' }),
  }
}

type Behind = { figure: Figure; part: keyof Fraction } | undefined

/** Visits that stand behind a figure; all, where none is named. */
async function* behindIn(filter: VisitFilter, behind: Behind, { database, rulesOf }: HistoryDeps) {
  for await (const visit of visitsIn(database, filter)) {
    if (!behind || standsIn(behind.part, behind.figure, visit, rulesOf(visit.queue))) yield visit
  }
}

async function pageBehind(visits: AsyncIterable<Visit>, skipped: number, limit: number) {
  const page: Visit[] = []
  let total = 0
  for await (const visit of visits) {
    if (total >= skipped && page.length < limit) page.push(visit)
    total += 1
  }
  return { page, total }
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
