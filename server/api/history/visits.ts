import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { Visit } from '@/lib/domain/visit'
import { visitCountSchema, visitStorySchema, visitsSchema } from '@/lib/protocol/visits'
import { json, notFound, refusals, refusing } from '@/server/api/admin/answers'
import type { Api } from '@/server/api/app'
import type { ApiEnv } from '@/server/api/env'
import { problem } from '@/server/api/schemas'
import { countWithKept, isCountKept } from '@/server/history/kept/count-with-kept'
import { KEEPING_FROM_MS } from '@/server/history/kept/in-queue'
import { visitPage } from '@/server/history/reports/visit-page'
import { visitsIn } from '@/server/history/reports/visits-in'
import { typed } from './asked'
import { cursorOf, cursorText } from './cursor'
import type { HistoryDeps } from './deps'
import { exported } from './export'
import { answered, type Telling } from './progress'
import { orderOf } from './sort-query'
import { gapsFor } from './told-gaps'
import { visitStory } from './visit-story'
import { visitViews } from './visit-views'
import { visitsAsText } from './visits-as-text'
import { countQuery, filterOf, visitsQuery } from './visits-query'
import { gapsWithin } from './within-query'

/** `/api/v1/visits`: the list, how many, one of them, and all of them as a file. */
export function addVisits(api: Api, deps: HistoryDeps): void {
  addList(api, deps)
  addCount(api, deps)
  addStory(api, deps)
}

function addList(api: Api, deps: HistoryDeps): void {
  const route = createRoute({
    method: 'get',
    path: '/api/v1/visits',
    summary: 'Visits to queues that ended waiting within a window or a range; also those behind one figure.',
    request: { query: visitsQuery },
    responses: { 200: json('One page of them.', visitsSchema), 422: refusals[422] },
  })
  api.openapi(route, async (c) => {
    const query = c.req.valid('query')
    const { rights } = c.get('principal')
    const order = orderOf(query.sort)
    const cursor = query.after === undefined ? null : cursorOf(query.after)
    if (query.after !== undefined && cursor?.sort !== order.sort) return refusing(noCursor(c))
    await deps.written()
    const filter = await filterOf(query, rights, deps)
    if (query.format) {
      const all = visitsIn(deps.database, filter, order, c.req.raw.signal)
      return exported(c, query.format, 'visits', visitsAsText(query.format, all, rights, deps))
    }
    const asked = { ...order, after: cursor?.place ?? null, limit: query.limit }
    const { database, clock } = deps
    const work = async ({ signal, tell, some }: Telling) => {
      const show = some && (async (found: readonly Visit[]) => some({ items: await visitViews(found, rights, deps) }))
      const { page, next } = await visitPage(database, filter, asked, { signal, tell, show })
      const isWhole = cursor === null && next === null
      // What is kept of a long time may have to be counted first.
      if (show && cursor === null && next !== null && filter.to - filter.from >= KEEPING_FROM_MS) await show(page)
      const isCounted = query.progress === '0' || isCountKept(filter)
      const total =
        cursor?.total ??
        (isWhole ? page.length : isCounted ? await countWithKept(countOf(deps), filter, { signal, tell }) : null)
      const items = await visitViews(page, rights, deps)
      const gaps = gapsWithin(await gapsFor(filter, deps, filter.queues), query, filter, deps)
      const after = next && cursorText({ sort: order.sort, place: next, total })
      return { now: clock.now(), items, total, next: after, gaps }
    }
    return answered(c, query.progress, work, (found) => c.json(found, 200))
  })
}

function countOf({ database, rulesOf, dayStart, clock }: HistoryDeps) {
  return { database, rulesOf, dayStart, now: clock.now() }
}

function addCount(api: Api, deps: HistoryDeps): void {
  const route = createRoute({
    method: 'get',
    path: '/api/v1/visits/count',
    summary: 'How many visits the list has.',
    request: { query: countQuery },
    responses: { 200: json('Their number.', visitCountSchema), 422: refusals[422] },
  })
  api.openapi(route, async (c) => {
    const query = c.req.valid('query')
    await deps.written()
    const filter = await filterOf(query, c.get('principal').rights, deps)
    const work = async (watch: Telling) => ({ total: await countWithKept(countOf(deps), filter, watch) })
    return answered(c, query.progress, work, (counted) => c.json(counted, 200))
  })
}

function noCursor(c: Context<ApiEnv>): Response {
  return problem(c, {
    title: 'Unprocessable Content',
    status: 422,
    detail: '`after` is `next` of the page before, in the same order.',
  })
}

function addStory(api: Api, deps: HistoryDeps): void {
  const route = createRoute({
    method: 'get',
    path: '/api/v1/visits/{id}',
    summary:
      'One visit: the call’s way from queue to queue, what was not seen of it, and the same number’s other calls.',
    request: { params: z.object({ id: typed(300).min(1) }) },
    responses: { 200: json('The visit.', visitStorySchema), 404: refusals[404], 422: refusals[422] },
  })
  api.openapi(route, async (c) => {
    await deps.written()
    const story = await visitStory(c.req.valid('param').id, c.get('principal').rights, deps)
    return story === null ? notFound(c) : c.json(story, 200)
  })
}
