import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { KpiWindow, QueueKpi } from '@/lib/domain/kpi'
import { queuesOfGroup } from '@/lib/domain/queue-group'
import { groupKpi } from '@/lib/kpi/group'
import { groupKpiSchema, queueKpiSchema } from '@/lib/protocol/kpi-records'
import type { Clock } from '@/server/clock'
import { projectFor, rightsFor } from '@/server/socket/rights'
import type { ReadTables } from '@/server/store/types'
import { json, refusals, refusing } from './admin/answers'
import type { Api } from './app'
import { filterRecords, filterSchema } from './filter'
import { listSchema, problem } from './schemas'

type KpiDeps = {
  tables: ReadTables
  clock: Pick<Clock, 'now'>
  queueGroups(): Readonly<Record<string, readonly string[]>>
}

const kpiQuery = filterSchema.extend({
  group: z.string().min(1).max(60).optional().describe('Of a group of queues, with the sums of those that one sees'),
})
const kpisSchema = listSchema(queueKpiSchema).extend({
  sums: z
    .object({ today: groupKpiSchema, last15: groupKpiSchema, last30: groupKpiSchema, last60: groupKpiSchema })
    .nullable(),
})

/** `/api/v1/kpis`: the figures of each queue, and of a group of them. */
export function addKpiRoute(api: Api, { tables, clock, queueGroups }: KpiDeps): void {
  const route = createRoute({
    method: 'get',
    path: '/api/v1/kpis',
    summary: 'Figures of each queue, as sums: today and the last 15, 30 and 60 minutes.',
    request: { query: kpiQuery },
    responses: { 200: json('Sorted by id; `sums` where a group is asked for.', kpisSchema), 422: refusals[422] },
  })
  api.openapi(route, (c) => {
    const { group, ...filter } = c.req.valid('query')
    const show = projectFor(rightsFor(c.get('principal').rights, null), tables)
    const isIn = group === undefined ? () => true : groupFilter(queueGroups(), group, tables)
    const queues = [...tables.queues.values()].flatMap((queue) => show('queues', queue) ?? [])
    // Until the picture is here nobody can say what there is; after that, zeros would read as a group that had no calls.
    const isKnown = tables.queues.size === 0 || queues.some(({ id }) => isIn(id))
    if (group !== undefined && !isKnown) return refusing(noGroup(c, group))
    const seen = filterRecords(tables, 'kpis', filter).flatMap((kpi) => show('kpis', kpi) ?? [])
    const items = seen.filter((kpi) => isIn(kpi.id))
    return c.json({ now: clock.now(), items, sums: group === undefined ? null : sumsOf(items) }, 200)
  })
}

function noGroup(c: Context, group: string): Response {
  const detail = `There is no such group, or none that you may see: ${group}.`
  return problem(c, { title: 'Unprocessable Content', status: 422, detail })
}

/** Asterisk compares names of queues without case; a group that is no more has none. */
function groupFilter(groups: ReturnType<KpiDeps['queueGroups']>, group: string, { queues }: ReadTables) {
  const folded = new Set(queuesOfGroup(groups, group).map((name) => name.toLowerCase()))
  return (id: string) => folded.has(queues.get(id)?.name.toLowerCase() ?? '')
}

function sumsOf(kpis: readonly QueueKpi[]) {
  const of = (window: KpiWindow) => groupKpi(kpis, window)
  return { today: of('today'), last15: of('last15'), last30: of('last30'), last60: of('last60') }
}
