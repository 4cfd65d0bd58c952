import { z } from '@hono/zod-openapi'
import type { AccountRights } from '@/lib/domain/rights'
import { ENDINGS } from '@/lib/domain/visit'
import { FIGURES } from '@/lib/kpi/figures'
import { PARTS_OF_FIGURE, VISIT_SORTS } from '@/lib/protocol/visits'
import type { VisitFilter } from '@/server/history/reports/find-visits'
import { queuesOfVisits, queuesWanted } from '@/server/history/reports/queues-known'
import { askedFor, historyQuery, typed, words } from './asked'
import type { HistoryDeps } from './deps'
import { formatQuery } from './export'
import { progressQuery } from './progress'
import { sortQuery } from './sort-query'
import { withinFor, withinQuery } from './within-query'

const flag = (description: string) => z.enum(['0', '1']).optional().describe(description)

/** Which visits are asked for, and whether it is told how far their search is. */
export const countQuery = historyQuery
  .safeExtend({
    ending: words.pipe(z.array(z.enum(ENDINGS))).optional(),
    number: typed(64).optional().describe('The caller’s whole number'),
    text: typed(100)
      .trim()
      .optional()
      .describe('A part of the caller’s number or name, or of the agent’s: of what whoever asks may see of them'),
    ...withinQuery,
    transferred: flag('`1`: those whose talk ended by a transfer'),
    unseen: flag('`1`: those of which some part was not seen live'),
    repeat: flag('`1`: those whose number came by another call as well, among the queues and the time asked for'),
    figure: z.enum(FIGURES).optional(),
    part: z.enum(PARTS_OF_FIGURE).optional(),
    progress: progressQuery,
  })
  .refine(({ figure, part }) => (figure === undefined) === (part === undefined), 'figure and part go together')

export const visitsQuery = countQuery.safeExtend({
  sort: sortQuery(VISIT_SORTS).default('time'),
  after: z.string().max(600).optional().describe('`next` of the page before'),
  limit: z.coerce.number().int().min(1).max(1000).default(100),
  format: formatQuery,
})

/** Which visits are asked for, of those that whoever asks may see, found by what they may see of them. */
export async function filterOf(
  query: z.infer<typeof countQuery>,
  rights: Pick<AccountRights, 'queues' | 'numbers'>,
  deps: HistoryDeps,
): Promise<VisitFilter> {
  const { ending, number, text, transferred, unseen, repeat, figure, part } = query
  const { database, rulesOf } = deps
  const inFull = rights.numbers === 'all'
  const { agent, queues, ...span } = askedFor(query, rights, deps)
  return {
    ...{ ...span, queues: queues && (await queuesWanted(deps, queues)) },
    ...(ending && { endings: ending }),
    ...(agent !== null && { agent }),
    ...(number !== undefined && { number: { text: number, inFull } }),
    ...(text && { text: { text, inFull } }),
    ...(await withinFor(query, span, deps)),
    ...{ transferred: transferred === '1', unseen: unseen === '1', repeat: repeat === '1' },
    ...(figure && part && { behind: { figure, part, queues: await queuesOfVisits(database), rulesOf } }),
  }
}
