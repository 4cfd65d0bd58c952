import { createRoute, z } from '@hono/zod-openapi'
import { MY_CALL_FIGURES, myCallsSchema, myDaySchema, recentCallsSchema } from '@/lib/protocol/history'
import type { Phone } from '@/lib/protocol/viewer'
import type { Api } from '@/server/api/app'
import { exported, formatQuery } from '@/server/api/history/export'
import { fileNameOf } from '@/server/api/history/file-name'
import type { Clock } from '@/server/clock'
import type { History } from '@/server/history/history'
import type { ReadTables } from '@/server/store/types'
import { callsAsText } from './calls-as-text'
import { callsBehind, figureOf, myDay, myKpi, talkOf } from './my-day'
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
  addCalls(api, deps)
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

function addDay(api: Api, deps: MeDeps): void {
  const route = createRoute({
    method: 'get',
    path: '/api/v1/me/day',
    summary: 'One’s own day by the board’s clock, as far as it was seen.',
    responses: { 200: json('So far.', myDaySchema) },
  })
  api.openapi(route, async (c) => {
    const { phones } = c.get('principal')
    const { calls, now, since } = await callsOfDay(phones, deps)
    return c.json(myDay(calls, now, since, myKpi(phones, deps.tables.agentKpis.values())), 200)
  })
}

function addCalls(api: Api, deps: MeDeps): void {
  const route = createRoute({
    method: 'get',
    path: '/api/v1/me/calls',
    summary: 'The calls that a figure of one’s own day counts, the newest first.',
    request: { query: z.strictObject({ figure: z.enum(MY_CALL_FIGURES), format: formatQuery }) },
    responses: { 200: json('The figure and all its calls.', myCallsSchema) },
  })
  api.openapi(route, async (c) => {
    const { figure, format } = c.req.valid('query')
    const { phones, rights } = c.get('principal')
    const { calls, now, since } = await callsOfDay(phones, deps)
    const behind = callsBehind(calls, figure).toSorted((one, other) => other.started_at - one.started_at)
    const items = behind.map((call) => recentCall(call, rights, deps.tables))
    if (format) return exported(c, format, fileNameOf({ figure, now }), callsAsText(format, items))
    return c.json({ now, since, figure, value: figureOf(calls, figure), talkMs: talkOf(behind), items }, 200)
  })
}

/** Calls of the board's day at these phones, and since when they were seen. */
async function callsOfDay(phones: readonly Phone[], { history, clock, dayStart, began }: MeDeps) {
  const now = clock.now()
  const start = dayStart(now)
  const calls = await history.since(phones, start)
  const earliest = Math.min(began, ...calls.map(({ started_at: at }) => at))
  return { calls, now, since: Math.max(start, earliest) }
}

function json<Schema extends z.ZodType>(description: string, schema: Schema) {
  return { description, content: { 'application/json': { schema } } }
}
