import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { withoutGroups } from '@/lib/domain/queue-group'
import { LOST_STATES, lostSchema } from '@/lib/protocol/lost'
import { json, refusals, refusing } from '@/server/api/admin/answers'
import type { Api } from '@/server/api/app'
import type { ApiEnv } from '@/server/api/env'
import { aTime, queuesQuery, spanFor, whenQuery } from '@/server/api/history/asked'
import { queuesFor } from '@/server/api/history/asked-queues'
import { exported, formatQuery } from '@/server/api/history/export'
import { onlyKnownQueues } from '@/server/api/history/known-queues'
import { gapsFor } from '@/server/api/history/told-gaps'
import { problem } from '@/server/api/schemas'
import type { Principal } from '@/server/auth/types'
import { Choices } from './choices'
import type { Choice } from './choose'
import type { LostDeps } from './deps'
import { addLostDoings } from './doings'
import { lostAsText } from './lost-as-text'
import { behind, placeText } from './place'
import { scopeOf } from './seen'
import { lostView } from './view'

const yes = z
  .enum(['true', 'false'])
  .default('false')
  .transform((word) => word === 'true')
const lostQuery = z
  .strictObject({
    queues: queuesQuery,
    state: z.enum(LOST_STATES).default('open'),
    ...whenQuery,
    own: yes.describe('Only of the queues in which one’s own phones are, as agents see them in any case'),
    short: yes.describe('Those, too, who hung up too soon for anybody to answer'),
    sort: z.enum(['oldest', 'newest']).default('oldest'),
    limit: z.coerce.number().int().min(0).max(500).default(100),
    after: z.string().max(1_000).optional().describe('`next` of the page before'),
    format: formatQuery,
  })
  .refine(...aTime)

const WHENEVER = { from: 0, to: Number.MAX_SAFE_INTEGER }

/** `/api/v1/lost…`: who was lost and has not been spoken to since, and what people do about it. */
export function addLostRoutes(api: Api, deps: LostDeps): void {
  const scopeFor = (c: Context<ApiEnv>) => scopeOf(c.get('principal'), c.req.query('own') === 'true', deps.tables)
  api.use('/api/v1/lost', onlyKnownQueues(deps, scopeFor))
  addList(api, deps)
  addLostDoings(api, deps)
}

function addList(api: Api, deps: LostDeps): void {
  const choices = new Choices(deps.book)
  const route = createRoute({
    method: 'get',
    path: '/api/v1/lost',
    summary:
      'Callers of the last days who were lost, repeats of one number folded, and whether they were spoken to since.',
    request: { query: lostQuery },
    responses: { 200: json('Who was lost first comes first.', lostSchema), 422: refusals[422] },
  })
  api.openapi(route, async (c) => {
    const query = c.req.valid('query')
    const principal = c.get('principal')
    const { chosen, counts } = await choices.of(choiceOf(query, principal, deps))
    const view = (one: (typeof chosen)[number]) => lostView(one, principal, deps.book, deps.tables)
    if (query.format) return exported(c, query.format, 'lost-callers', lostAsText(query.format, chosen.map(view)))
    const left = query.after === undefined ? chosen : behind(query.after, chosen, query.sort)
    if (left === null) return refusing(noPlace(c))
    const page = left.slice(0, query.limit)
    const last = page.at(-1)
    const next = last && page.length < left.length ? placeText(last) : null
    const items = page.map(view)
    const now = deps.clock.now()
    const gaps = await gapsFor({ from: deps.book.since, to: now + 1 }, deps)
    return c.json({ now, since: deps.book.since, items, total: chosen.length, next, counts, gaps }, 200)
  })
}

function noPlace(c: Context<ApiEnv>): Response {
  return problem(c, { title: 'Unprocessable Content', status: 422, detail: '`after` is `next` of the page before.' })
}

function choiceOf(query: z.infer<typeof lostQuery>, principal: Principal, deps: LostDeps): Choice {
  const { tables } = deps
  const scope = scopeOf(principal, query.own, tables)
  const asked = query.queues && withoutGroups(query.queues, deps.queueGroups())
  const queues = asked === undefined ? null : queuesFor(scope, asked, tables)
  const { state, short, sort, window, from } = query
  const span = window === undefined && from === undefined ? WHENEVER : spanFor(query, deps)
  return { scope, queues, ...span, state, short, sort }
}
