import { createRoute, z } from '@hono/zod-openapi'
import { midnightBefore } from '@/lib/domain/day-start'
import {
  callBackSchema,
  type LostCaller,
  lostCallersSchema,
  myDaySchema,
  recentCallsSchema,
} from '@/lib/protocol/history'
import { receiptSchema } from '@/lib/protocol/receipts'
import type { Api } from '@/server/api/app'
import { problem } from '@/server/api/schemas'
import type { Principal } from '@/server/auth/types'
import type { Clock } from '@/server/clock'
import type { Commands } from '@/server/commands/types'
import type { History } from '@/server/history/history'
import type { ReadTables } from '@/server/store/types'
import { lostCallers, queuesOf } from './lost'
import { myDay } from './my-day'
import { recentCall } from './recent'

type MeDeps = {
  history: History
  commands: Pick<Commands, 'run'>
  tables: Pick<ReadTables, 'queues' | 'members'>
  clock: Clock
  /** IANA name of the board's zone. */
  timeZone: string
  /** When calls began to be written down, ms since 1970. */
  began: number
}

const recentQuery = z.strictObject({
  kind: z.enum(['all', 'missed', 'out']).default('all'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})

/** `/api/v1/me/…`: one's own calls that ended, and callers who were lost. */
export function addMeRoutes(api: Api, deps: MeDeps): void {
  addRecent(api, deps)
  addLost(api, deps)
  addCallBack(api, deps)
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

function addLost(api: Api, deps: MeDeps): void {
  const route = createRoute({
    method: 'get',
    path: '/api/v1/me/lost',
    summary: 'Callers of one’s queues who were lost today and not spoken to since, repeats folded.',
    responses: { 200: json('The oldest first.', lostCallersSchema) },
  })
  api.openapi(route, async (c) => {
    const principal = c.get('principal')
    return c.json({ now: deps.clock.now(), items: await lostOf(deps, principal, principal.rights) }, 200)
  })
}

/** Who may see their own calls' numbers only calls back all the same: the number stays here until it is such a call. */
function addCallBack(api: Api, deps: MeDeps): void {
  const route = createRoute({
    method: 'post',
    path: '/api/v1/me/lost/{id}/call',
    summary: 'Calls a lost caller back from one’s own phone; the receipt follows the call to its end.',
    request: { params: z.object({ id: z.string().max(40) }), body: callBackBody },
    responses: { 202: json('The receipt.', receiptSchema) },
  })
  api.openapi(route, async (c) => {
    const principal = c.get('principal')
    const numbers = principal.rights.numbers === 'none' ? 'none' : 'all'
    const callers = await lostOf(deps, principal, { numbers })
    const caller = callers.find(({ id }) => id === c.req.valid('param').id)
    if (!caller?.callable || caller.number === null) {
      return problem(c, { title: 'Not Found', status: 404, detail: 'Nobody to call back.' }) as never
    }
    const { id, phone } = c.req.valid('json')
    const receipt = await deps.commands.run(principal, id, { type: 'dial', to: caller.number, phone }, c.get('origin'))
    return c.json(receipt, 202)
  })
}

const callBackBody = {
  required: true,
  content: { 'application/json': { schema: callBackSchema } },
} as const

/** Callers lost today in one's queues. `rights`: whose numbers the answer holds in full. */
async function lostOf(
  { history, tables, clock, timeZone }: MeDeps,
  principal: Pick<Principal, 'phones' | 'rights'>,
  rights: Pick<Principal['rights'], 'numbers'>,
): Promise<LostCaller[]> {
  const since = midnightBefore(clock.now(), timeZone)
  const visits = await history.lost(queuesOf(principal.phones, principal.rights, tables), since)
  const keys = [...new Set(visits.flatMap(({ number_key: key }) => key ?? []))]
  const [spoken, own] = await Promise.all([history.spokenTo(keys, since), history.since(principal.phones, since)])
  return lostCallers(visits, spoken, own, rights, tables)
}

function addDay(api: Api, { history, clock, timeZone, began }: MeDeps): void {
  const route = createRoute({
    method: 'get',
    path: '/api/v1/me/day',
    summary: 'One’s own day since midnight in the board’s zone, as far as it was seen.',
    responses: { 200: json('So far.', myDaySchema) },
  })
  api.openapi(route, async (c) => {
    const now = clock.now()
    const midnight = midnightBefore(now, timeZone)
    const calls = await history.since(c.get('principal').phones, midnight)
    const earliest = Math.min(began, ...calls.map(({ started_at: at }) => at))
    return c.json(myDay(calls, now, Math.max(midnight, earliest)), 200)
  })
}

function json<Schema extends z.ZodType>(description: string, schema: Schema) {
  return { description, content: { 'application/json': { schema } } }
}
