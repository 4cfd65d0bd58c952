import { createRoute, z } from '@hono/zod-openapi'
import { myDaySchema, recentCallsSchema } from '@/lib/protocol/history'
import type { Api } from '@/server/api/app'
import type { Clock } from '@/server/clock'
import type { History } from '@/server/history/history'
import type { ReadTables } from '@/server/store/types'
import { myDay, myKpi } from './my-day'
import { recentCall } from './recent'

type MeDeps = {
  history: History
  tables: Pick<ReadTables, 'queues' | 'agentKpis'>
  clock: Clock
  /** When the board's day of a moment began, ms since 1970. */
  dayStart(now: number): number
  /** When calls began to be written down, ms since 1970. */
  began: number
}

const recentQuery = z.strictObject({
  kind: z.enum(['all', 'missed', 'out']).default('all'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})

export function addMeRoutes(api: Api, deps: MeDeps): void {
  addRecent(api, deps)
  addDay(api, deps)
}

function addRecent(api: Api, { history, tables, clock }: MeDeps): void {
  const route = createRoute({
    method: 'get',
    path: '/api/v1/me/recent',
    summary: 'Calls at one’s own phones, the newest first.',
    request: { query: recentQuery },
    responses: { 200: json('As remembered.', recentCallsSchema) },
  })
  api.openapi(route, async (c) => {
    const { kind, limit } = c.req.valid('query')
    const { phones, rights } = c.get('principal')
    const calls = await history.recent(phones, kind, limit)
    return c.json({ now: clock.now(), items: calls.map((call) => recentCall(call, rights, tables)) }, 200)
  })
}

function addDay(api: Api, { history, tables, clock, dayStart, began }: MeDeps): void {
  const route = createRoute({
    method: 'get',
    path: '/api/v1/me/day',
    summary: 'One’s own day by the board’s clock, as far as it was seen.',
    responses: { 200: json('So far.', myDaySchema) },
  })
  api.openapi(route, async (c) => {
    const now = clock.now()
    const start = dayStart(now)
    const { phones } = c.get('principal')
    const calls = await history.since(phones, start)
    const earliest = Math.min(began, ...calls.map(({ started_at: at }) => at))
    return c.json(myDay(calls, now, Math.max(start, earliest), myKpi(phones, tables.agentKpis.values())), 200)
  })
}

function json<Schema extends z.ZodType>(description: string, schema: Schema) {
  return { description, content: { 'application/json': { schema } } }
}
