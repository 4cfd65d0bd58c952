import { createRoute, z } from '@hono/zod-openapi'
import { REPORT_CUTS, reportSchema } from '@/lib/protocol/visits'
import { json, refusals, refusing } from '@/server/api/admin/answers'
import type { Api } from '@/server/api/app'
import { problem } from '@/server/api/schemas'
import { makeReport } from '@/server/history/reports/report'
import { isTooFine, MAX_SLOTS } from '@/server/history/reports/slots'
import type { Watch } from '@/server/history/reports/watch'
import { askedFor, historyQuery } from './asked'
import type { HistoryDeps } from './deps'
import { EXPORT_FORMATS, exported } from './export'
import { answered, progressQuery } from './progress'
import { reportAsText } from './report-as-text'
import { gapsFor } from './told-gaps'

const reportQuery = historyQuery.safeExtend({
  by: z.enum(REPORT_CUTS).default('queue'),
  compare: z
    .enum(['0', '1'])
    .default('0')
    .describe(
      '`1`: also the sums of the span before: of as many days, the last no longer than it was till now, or else of the same length',
    ),
  progress: progressQuery,
  format: z.enum(EXPORT_FORMATS).optional().describe('The rows as a file: `json` has one on each line'),
})

/** `/api/v1/reports`: sums of a range, by queue, by agent, or by time. */
export function addReports(api: Api, deps: HistoryDeps): void {
  const route = createRoute({
    method: 'get',
    path: '/api/v1/reports',
    summary: 'Figures of a window or a range as sums: by queue, by agent, or by time in the board’s zone.',
    request: { query: reportQuery },
    responses: { 200: json('One row for each.', reportSchema), 422: refusals[422] },
  })
  api.openapi(route, async (c) => {
    const query = c.req.valid('query')
    const { by, format } = query
    const { database, tables, rulesOf, timeZone, dayStart, clock } = deps
    const now = clock.now()
    const asked = askedFor(query, c.get('principal').rights, deps)
    if (by !== 'queue' && by !== 'agent' && isTooFine(by, asked)) {
      const detail = `No report has more than ${MAX_SLOTS} rows: take a shorter range, or longer steps.`
      return refusing(problem(c, { title: 'Unprocessable Content', status: 422, detail }))
    }
    await deps.written()
    const calendar = { timeZone, dayStart }
    const wanted = { ...asked, by, compare: query.compare === '1', now }
    const gaps = await gapsFor(asked, deps, asked.queues)
    const work = (watch: Watch) => makeReport({ database, tables, rulesOf, calendar }, { ...wanted, gaps }, watch)
    return answered(c, format ? '0' : query.progress, work, (report) =>
      format ? exported(c, format, `report-${by}`, reportAsText(format, report)) : c.json(report, 200),
    )
  })
}
