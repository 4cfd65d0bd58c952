import { createRoute, z } from '@hono/zod-openapi'
import { agentsIn, callersIn, crewIn, isOfAgents, isOfCallers, LIVE_FIGURES } from '@/lib/domain/live-figure'
import { maskCaller } from '@/lib/domain/mask'
import { queueSummaryAt } from '@/lib/domain/queue-summary'
import { type AccountRights, inScope } from '@/lib/domain/rights'
import { type LiveExplanation, liveExplanationSchema } from '@/lib/protocol/live-explanation'
import { json, refusals } from '@/server/api/admin/answers'
import type { Api } from '@/server/api/app'
import { askedFor, queuesQuery } from './asked'
import { checksOf } from './checks-of'
import type { HistoryDeps } from './deps'
import { EXPORT_FORMATS, exported } from './export'
import { fileNameOf } from './file-name'
import { liveAsText } from './live-as-text'

const liveQuery = z.strictObject({
  figure: z.enum(LIVE_FIGURES),
  queues: queuesQuery,
  everywhere: z
    .enum(['true', 'false'])
    .optional()
    .describe('`true`: agents count by what they do in all their queues, and not only in those asked for'),
  format: z.enum(EXPORT_FORMATS).optional().describe('The records as a file: `json` has one on each line'),
})
type LiveQuery = z.infer<typeof liveQuery>

/** `/api/v1/explain/live`: who is in a figure of this moment. */
export function addExplainLive(api: Api, deps: HistoryDeps): void {
  const route = createRoute({
    method: 'get',
    path: '/api/v1/explain/live',
    summary: 'Who is in a figure of this moment: the callers who wait, or the members or agents whom it counts.',
    request: { query: liveQuery },
    responses: { 200: json('The figure and the records behind it.', liveExplanationSchema), 422: refusals[422] },
  })
  api.openapi(route, (c) => {
    const query = c.req.valid('query')
    const told = explain(query, c.get('principal').rights, deps)
    if (query.format) return exported(c, query.format, fileNameOf(told), liveAsText(query.format, told, deps.tables))
    return c.json(told, 200)
  })
}

function explain({ figure, queues: wanted, everywhere }: LiveQuery, rights: AccountRights, deps: HistoryDeps) {
  const { tables, clock } = deps
  const now = clock.now()
  const { queues } = askedFor({ queues: wanted }, rights, deps)
  const seen = [...tables.queues.values()].filter(({ name }) => inScope(rights.queues, name))
  const asked = seen.filter(({ name }) => queues === null || queues.includes(name))
  const ids = new Set(asked.map(({ id }) => id))
  const nameOf = new Map(seen.map(({ id, name }) => [id, name]))
  const members = [...tables.members.values()].filter(({ queue }) => nameOf.has(queue))
  const callers = [...tables.callers.values()]
  const told: LiveExplanation = {
    ...{ now, figure, queues: asked.map(({ name }) => name) },
    ...{ value: 0, callers: [], members: [], agents: [] },
    asterisk: {
      summary: queueSummaryAt(figure, { members, callers }, ids, now),
      checks: checksOf(deps.checks(), ids),
    },
  }
  if (isOfCallers(figure)) {
    const waiting = callersIn(callers, ids).toSorted((one, other) => one.joinedAt - other.joinedAt)
    const [first] = waiting
    const value = figure === 'waiting' ? waiting.length : first ? Math.max(0, now - first.joinedAt) : null
    return { ...told, value, callers: rights.numbers === 'all' ? waiting : waiting.map(maskCaller) }
  }
  if (!isOfAgents(figure)) {
    const counted = crewIn(members, ids, figure, now)
    return { ...told, value: counted.length, members: [...counted] }
  }
  const agents = agentsIn(members, ids, figure, { now, everywhere: everywhere === 'true' }).map((one) => ({
    ...{ pbx: one.agent.pbx, interface: one.agent.interface, name: one.agent.name },
    ...{ state: one.state, since: one.since, reason: one.state === 'paused' ? one.member.pausedReason : null },
    queues: one.agent.members.flatMap(({ queue }) => nameOf.get(queue) ?? []),
  }))
  return { ...told, value: agents.length, agents }
}
