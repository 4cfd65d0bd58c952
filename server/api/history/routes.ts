import { createRoute, z } from '@hono/zod-openapi'
import { KPI_WINDOWS, type KpiWindow } from '@/lib/domain/kpi'
import { ENDINGS, type Visit } from '@/lib/domain/visit'
import { FIGURES, UNIT_OF_FIGURE } from '@/lib/kpi/figures'
import { explanationSchema, PARTS_OF_FIGURE, visitsSchema } from '@/lib/protocol/visits'
import { json } from '@/server/api/admin/answers'
import type { Api } from '@/server/api/app'
import type { Clock } from '@/server/clock'
import type { Database } from '@/server/db/types'
import { numberKey } from '@/server/history/number-key'
import { asteriskOf, reckon, standsIn } from '@/server/history/reports/explain'
import { visitsIn } from '@/server/history/reports/find-visits'
import { type Span, spanOf } from '@/server/history/reports/span'
import { gapsIn } from '@/server/history/visits/gaps'
import type { ReadTables } from '@/server/store/types'
import { queuesFor, type RulesOf, visitView } from './view'

export type HistoryDeps = {
  database: Database
  tables: Pick<ReadTables, 'queues' | 'members'>
  clock: Clock
  dayStart(now: number): number
  rulesOf: RulesOf
  /** Writes down what is not yet in the database, so that an answer leaves nothing out. */
  written(): Promise<void>
}

const names = z
  .string()
  .min(1)
  .transform((text) => text.split(','))
const moment = z.coerce.number().int().min(0).max(8.64e15)

const which = {
  window: z.enum(KPI_WINDOWS).optional(),
  from: moment.optional(),
  to: moment.optional(),
  queue: names.optional().describe('Queues by name or label, separated by commas'),
}
const visitsQuery = z
  .strictObject({
    ...which,
    ending: names.pipe(z.array(z.enum(ENDINGS))).optional(),
    agent: z.string().max(200).optional().describe("The agent's interface"),
    number: z.string().max(64).optional(),
    figure: z.enum(FIGURES).optional(),
    part: z.enum(PARTS_OF_FIGURE).optional(),
    after: z.string().max(20).regex(/^\d+$/).optional().describe('`next` of the page before'),
    limit: z.coerce.number().int().min(1).max(1000).default(100),
  })
  .refine(({ figure, part }) => (figure === undefined) === (part === undefined), 'figure and part go together')
const explainQuery = z.strictObject({ ...which, figure: z.enum(FIGURES) })

/** `/api/v1/visits` and `/api/v1/explain`: what stands behind the figures. */
export function addHistoryRoutes(api: Api, deps: HistoryDeps): void {
  addVisits(api, deps)
  addExplain(api, deps)
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
    const { figure, part, limit, ending, agent, number } = query
    const span = spanFor(query, deps)
    const key = number === undefined ? null : numberKey(number)
    const filter = {
      ...{ ...span, queues: queuesFor(rights.queues, query.queue, deps.tables) },
      ...(ending && { endings: ending }),
      ...(agent !== undefined && { agent }),
      ...(number !== undefined && { numberKey: key ?? 'none' }),
    }
    await deps.written()
    const skipped = Number(query.after ?? 0)
    const page: Visit[] = []
    let total = 0
    for await (const visit of visitsIn(deps.database, filter)) {
      if (figure && part && !standsIn(part, figure, visit, deps.rulesOf(visit.queue))) continue
      if (total >= skipped && page.length < limit) page.push(visit)
      total += 1
    }
    const seen = skipped + page.length
    const items = page.map((visit) => visitView(visit, rights, deps.tables))
    const gaps = await gapsIn(deps.database, span)
    return c.json({ now: deps.clock.now(), items, total, next: seen < total ? String(seen) : null, gaps }, 200)
  })
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
    const queues = queuesFor(c.get('principal').rights.queues, query.queue, tables)
    await deps.written()
    const reckoning = await reckon(figure, visitsIn(database, { ...span, queues }), rulesOf)
    const gaps = await gapsIn(database, span)
    const known = queues ?? [...tables.queues.values()].map(({ name }) => name)
    const [only] = known
    const queue = known.length === 1 ? [...tables.queues.values()].find(({ name }) => name === only) : undefined
    const asterisk = queue ? asteriskOf(figure, queue, span.from, rulesOf(queue.name), gaps.length > 0) : null
    const rules = known.map((name) => ({ queue: name, rules: rulesOf(name) }))
    const window = windowOf(query)
    const told = { now: deps.clock.now(), figure, unit: UNIT_OF_FIGURE[figure], queues: [...known], window, ...span }
    return c.json({ ...told, ...reckoning, rules, asterisk, gaps }, 200)
  })
}

type Which = { window?: KpiWindow | undefined; from?: number | undefined; to?: number | undefined }

/** Without anything said: today. A range needs not say its end, which is now. */
function spanFor({ window, from, to }: Which, { clock, dayStart }: HistoryDeps): Span {
  const now = clock.now()
  if (from === undefined) return spanOf(window ?? 'today', now, dayStart)
  return { from, to: to ?? now + 1 }
}

function windowOf({ window, from }: Which): KpiWindow | null {
  return from === undefined ? (window ?? 'today') : null
}
