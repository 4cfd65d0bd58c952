import { createRoute, z } from '@hono/zod-openapi'
import { callersIn, crewIn, isOfCrew, LIVE_FIGURES } from '@/lib/domain/live-figure'
import { maskCaller } from '@/lib/domain/mask'
import { inScope } from '@/lib/domain/rights'
import { liveExplanationSchema } from '@/lib/protocol/live-explanation'
import { json, refusals } from '@/server/api/admin/answers'
import type { Api } from '@/server/api/app'
import { askedFor, queuesQuery } from './asked'
import type { HistoryDeps } from './deps'

const liveQuery = z.strictObject({ figure: z.enum(LIVE_FIGURES), queues: queuesQuery })

/** `/api/v1/explain/live`: who is in a figure of this moment. */
export function addExplainLive(api: Api, deps: HistoryDeps): void {
  const route = createRoute({
    method: 'get',
    path: '/api/v1/explain/live',
    summary: 'Who is in a figure of this moment: the callers who wait, or the members whom it counts.',
    request: { query: liveQuery },
    responses: { 200: json('The figure and the records behind it.', liveExplanationSchema), 422: refusals[422] },
  })
  api.openapi(route, (c) => {
    const { figure, queues: wanted } = c.req.valid('query')
    const { rights } = c.get('principal')
    const { tables, clock } = deps
    const now = clock.now()
    const { queues } = askedFor({ queues: wanted }, rights, deps)
    const live = [...tables.queues.values()].filter(
      ({ name }) => inScope(rights.queues, name) && (queues === null || queues.includes(name)),
    )
    const ids = new Set(live.map(({ id }) => id))
    const told = { now, figure, queues: live.map(({ name }) => name) }
    if (isOfCrew(figure)) {
      const members = [...crewIn([...tables.members.values()], ids, figure, now)]
      return c.json({ ...told, value: members.length, callers: [], members }, 200)
    }
    const waiting = callersIn([...tables.callers.values()], ids).toSorted((one, other) => one.joinedAt - other.joinedAt)
    const [first] = waiting
    const value = figure === 'waiting' ? waiting.length : first ? Math.max(0, now - first.joinedAt) : null
    const callers = rights.numbers === 'all' ? [...waiting] : waiting.map(maskCaller)
    return c.json({ ...told, value, callers, members: [] }, 200)
  })
}
