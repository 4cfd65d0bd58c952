import { createRoute, OpenAPIHono, type z } from '@hono/zod-openapi'
import type { Context, MiddlewareHandler } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { Project } from '@/lib/diff/diff'
import type { Family } from '@/lib/domain/live-state'
import { recordSchemas } from '@/lib/protocol/picture'
import { linkSchema } from '@/lib/protocol/records'
import { STATIC_HEADERS } from '@/server/http/respond'
import type { Log } from '@/server/log'
import { projectFor, rightsFor } from '@/server/socket/rights'
import type { LiveStore } from '@/server/store/types'
import { type Board, boardFor, boardSchema } from './board'
import type { ApiEnv } from './env'
import { type Filter, filterRecords, filterSchema } from './filter'
import { createGuard, type GuardOptions } from './guard'
import { listSchema, problem, problemSchema } from './schemas'

/** Families that the API gives out; each under its own name. */
const API_FAMILIES = [
  'queues',
  'members',
  'callers',
  'calls',
  'extensions',
  'phoneChannels',
  'endpoints',
  'contacts',
  'registrations',
  'mailboxes',
  'parkingLots',
  'parkedCalls',
  'conferences',
  'participants',
  'agentKpis',
] as const satisfies readonly Family[]
/** The other records belong to no queue. */
const OF_QUEUES: ReadonlySet<ApiFamily> = new Set<ApiFamily>(['queues', 'members', 'callers', 'calls', 'agentKpis'])
type ApiFamily = (typeof API_FAMILIES)[number]

export type Api = OpenAPIHono<ApiEnv>

/** No request carries more. */
const MAX_BODY_BYTES = 64 * 1024

const DESCRIPTIONS: Record<ApiFamily, string> = {
  queues: 'Queues with the counters of Asterisk itself.',
  members: 'Members (agents) of queues; an agent in two queues is two members.',
  callers: 'Callers who wait in a queue.',
  calls: 'Calls, folded from channels.',
  extensions: 'Extensions with a hint.',
  phoneChannels: 'What goes on at phones and trunks, channel by channel.',
  endpoints: 'Endpoints and peers: phones and trunks.',
  contacts: 'Where endpoints can be had, and how fast they answer.',
  registrations: 'What the PBX is registered as elsewhere.',
  mailboxes: 'Voice mailboxes and what lies in them.',
  parkingLots: 'Parking lots.',
  parkedCalls: 'Who is parked.',
  conferences: 'Conference rooms with somebody in them.',
  participants: 'Who is in a conference.',
  agentKpis: 'What each agent did today, in each queue and, for whoever sees all queues, over all.',
}

type ApiOptions = {
  store: LiveStore
  board: Board
  version: string
  now(): number
  guard: GuardOptions
  /** Other rooms' routes, which come first. */
  routes?: readonly ((api: Api) => void)[]
  log: Pick<Log, 'error'>
}

/** The HTTP API, `/api/v1/…`, with its own OpenAPI document: who asks gets what the rights leave. */
export function createApi(options: ApiOptions): Api {
  const api: Api = new OpenAPIHono<ApiEnv>({
    defaultHook: (result, c) => {
      if (result.success) return undefined
      const errors = result.error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message }))
      return problem(c, { title: 'Unprocessable Content', status: 422, detail: 'A parameter is wrong.', errors })
    },
  })
  api.use(async (c, next) => {
    await next()
    for (const [name, value] of Object.entries(STATIC_HEADERS)) c.header(name, value)
  })
  api.use(createGuard(options.guard))
  api.use(limitBody)
  api.notFound((c) => problem(c, { title: 'Not Found', status: 404, detail: 'The API has no such address.' }))
  api.onError((error, c) => tellError(error, c, options.log))
  for (const add of options.routes ?? []) add(api)
  for (const family of API_FAMILIES) addFamily(api, family, options)
  addPbx(api, options)
  addBoard(api, options)
  addDocument(api, options.version)
  refuseOtherMethods(api)
  return api
}

/** A body comes with its length, which Node holds it to; one in chunks could go on for ever. */
const limitBody: MiddlewareHandler = (c, next) => {
  if (c.req.header('transfer-encoding') !== undefined) {
    const detail = 'A body comes with its length.'
    return Promise.resolve(problem(c, { title: 'Length Required', status: 411, detail }))
  }
  if (Number(c.req.header('content-length') ?? 0) <= MAX_BODY_BYTES) return next()
  const detail = `The body may hold ${MAX_BODY_BYTES} bytes at most.`
  return Promise.resolve(problem(c, { title: 'Content Too Large', status: 413, detail }))
}

/** What is wrong with a request before a route sees it (no JSON in the body) is the asker's fault; all else is ours. */
function tellError(error: Error, c: Context, log: Pick<Log, 'error'>): Response {
  if (error instanceof HTTPException && error.status < 500) {
    return problem(c, { title: 'Bad Request', status: error.status, detail: error.message })
  }
  log.error({ err: error, path: c.req.path }, 'api: a request failed')
  return problem(c, { title: 'Internal Server Error', status: 500, detail: 'This is our fault.' })
}

function addFamily(api: Api, family: ApiFamily, { store, now }: ApiOptions): void {
  const route = createRoute({
    method: 'get',
    path: `/api/v1/${family}`,
    summary: DESCRIPTIONS[family],
    request: { query: OF_QUEUES.has(family) ? filterSchema : filterSchema.omit({ queue: true }) },
    responses: {
      200: json('Sorted by id.', listSchema(recordSchemas[family])),
      422: refused(),
    },
  })
  api.openapi(route, (c) => {
    const show = projectFor(rightsFor(c.get('principal').rights, null), store.tables)
    const items = visible(family, store, c.req.valid('query'), show)
    return c.json({ now: now(), items: items as never[] }, 200)
  })
}

function visible<F extends ApiFamily>(family: F, store: LiveStore, filter: Filter, show: Project) {
  return filterRecords(store.tables, family, filter).flatMap((record) => show(family, record) ?? [])
}

function addPbx(api: Api, { store, now }: ApiOptions): void {
  const route = createRoute({
    method: 'get',
    path: '/api/v1/pbx',
    summary: 'The PBXs and how the links to them stand.',
    responses: { 200: json('Sorted by name.', listSchema(linkSchema)) },
  })
  api.openapi(route, (c) => {
    const links = [...store.links.values()].sort((one, other) => (one.pbx < other.pbx ? -1 : 1))
    return c.json({ now: now(), items: links }, 200)
  })
}

function addBoard(api: Api, { board }: ApiOptions): void {
  const route = createRoute({
    method: 'get',
    path: '/api/v1/board',
    summary: 'How the wall presents itself: what the configuration says.',
    responses: { 200: json('The settings.', boardSchema) },
  })
  api.openapi(route, (c) => c.json(boardFor(board, c.get('principal').rights), 200))
}

function addDocument(api: Api, version: string): void {
  const info = { title: 'Callboard', version, description: 'The live picture of an Asterisk call centre.' }
  api.doc31('/api/v1/openapi.json', { openapi: '3.1.0', info })
}

/** Known addresses answer other methods with 405, so that nobody takes a misspelt method for a missing page. */
function refuseOtherMethods(api: Api): void {
  const paths = [...API_FAMILIES, 'kpis', 'pbx', 'board', 'openapi.json'].map((name) => `/api/v1/${name}`)
  api.on(['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'], paths, (c) => {
    c.header('allow', 'GET, HEAD')
    return problem(c, { title: 'Method Not Allowed', status: 405, detail: 'The API can only be read.' })
  })
}

function json<Schema extends z.ZodType>(description: string, schema: Schema) {
  return { description, content: { 'application/json': { schema } } }
}

function refused() {
  return { description: 'A parameter is wrong.', content: { 'application/problem+json': { schema: problemSchema } } }
}
