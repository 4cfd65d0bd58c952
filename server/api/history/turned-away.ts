import { createRoute, z } from '@hono/zod-openapi'
import { type PbxName, queueId } from '@/lib/domain/ids'
import type { AccountRights } from '@/lib/domain/rights'
import { TURNED_AWAY_SORTS, type TurnedAwayView, turnedAwayListSchema } from '@/lib/protocol/turned-away'
import { json, refusals } from '@/server/api/admin/answers'
import type { Api } from '@/server/api/app'
import { whoShown } from '@/server/api/who-shown'
import { csvLine, UTF8_MARK } from '@/server/csv'
import { allTurnedAway, turnedAwayPage } from '@/server/history/reports/find-turned-away'
import { countOf, turnedAwayIn } from '@/server/history/reports/turned-away'
import { askedFor, historyQuery } from './asked'
import type { HistoryDeps } from './deps'
import { type ExportFormat, exported, formatQuery } from './export'
import { orderOf, sortQuery } from './sort-query'
import { gapsFor } from './told-gaps'
import { gapsWithin, withinFor, withinQuery } from './within-query'

const turnedAwayQuery = historyQuery.safeExtend({
  weekdayHour: withinQuery.weekdayHour,
  sort: sortQuery(TURNED_AWAY_SORTS).default('-time'),
  limit: z.coerce.number().int().min(1).max(1000).default(1000),
  format: formatQuery,
})

/** `/api/v1/turnedAway`: whom the queues did not let in. */
export function addTurnedAway(api: Api, deps: HistoryDeps): void {
  const route = createRoute({
    method: 'get',
    path: '/api/v1/turnedAway',
    summary: 'Whom the queues did not let in within a window or a range: they are no visits, and in no other figure.',
    request: { query: turnedAwayQuery },
    responses: { 200: json('The first of them in the order asked for.', turnedAwayListSchema), 422: refusals[422] },
  })
  api.openapi(route, async (c) => {
    const query = c.req.valid('query')
    const { rights } = c.get('principal')
    const { database, clock } = deps
    const asked = askedFor(query, rights, deps)
    const { from, to } = asked
    const { weekHour } = await withinFor({ weekdayHour: query.weekdayHour }, asked, deps)
    const sought = { from, to, queues: asked.queues, ...(weekHour && { weekHour }) }
    await deps.written()
    const order = orderOf(query.sort)
    const view = (row: Row) => viewOf(row, rights, deps)
    if (query.format) {
      const all = allTurnedAway(database, sought, order)
      return exported(c, query.format, 'turned-away', asText(query.format, all, view))
    }
    const rows = await turnedAwayPage(database, sought, order, { limit: query.limit })
    const total = countOf(await turnedAwayIn(database, sought))
    const gaps = gapsWithin(await gapsFor(asked, deps), query, asked, deps)
    return c.json({ now: clock.now(), from, to, items: rows.map(view), total, gaps }, 200)
  })
}

type Row = Awaited<ReturnType<typeof turnedAwayPage>>[number]

function viewOf(row: Row, { numbers }: Pick<AccountRights, 'numbers'>, { tables }: HistoryDeps): TurnedAwayView {
  const { id, pbx, queue, at, why } = row
  return {
    ...{ id, pbx, queue, at, why },
    queueLabel: queue === null ? null : (tables.queues.get(queueId(pbx as PbxName, queue))?.label ?? queue),
    ...whoShown(row, numbers === 'all'),
  }
}

const COLUMNS = ['at', 'queue', 'queueLabel', 'number', 'name', 'why', 'pbx'] as const

async function* asText(
  format: ExportFormat,
  rows: AsyncIterable<Row>,
  view: (row: Row) => TurnedAwayView,
): AsyncGenerator<string> {
  if (format === 'csv') yield UTF8_MARK + csvLine(COLUMNS)
  for await (const row of rows) {
    const one = view(row)
    if (format === 'json') yield `${JSON.stringify(one)}\n`
    else yield csvLine(COLUMNS.map((key) => (key === 'at' ? new Date(one.at).toISOString() : (one[key] ?? ''))))
  }
}
