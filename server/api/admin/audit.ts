import { createRoute, z } from '@hono/zod-openapi'
import { auditPageSchema, auditStorySchema, auditVerdictSchema } from '@/lib/protocol/admin/audit'
import type { Api } from '@/server/api/app'
import { moment } from '@/server/api/moment'
import type { Audit, AuditLine, AuditSearch } from '@/server/audit/types'
import { json, notFound, refusals } from './answers'
import { auditExport, EXPORT_NAMES, EXPORT_TYPES } from './audit-export'
import { auditView } from './audit-view'

const PATH = '/api/v1/admin/audit'
const DAY_MS = 86_400_000
const PAGE = 200

const filterSchema = z.object({
  text: z.string().trim().max(200).optional(),
  actor: z.string().trim().max(64).optional(),
  action: z.string().trim().max(64).optional(),
  from: moment.optional(),
  to: moment.optional(),
})
const pageSchema = filterSchema.extend({ before: z.coerce.number().int().min(1).optional() })

/** The audit log: read, one line's whole story, exported, held against its chain. */
export function addAuditRoutes(api: Api, audit: Audit): void {
  addRead(api, audit)
  addVerify(api, audit)
  addExport(api, audit)
  addStory(api, audit)
}

function addRead(api: Api, audit: Audit): void {
  const route = createRoute({
    method: 'get',
    path: PATH,
    summary: 'Who did what, the newest first.',
    request: { query: pageSchema },
    responses: { 200: json('The newest first.', auditPageSchema), 422: refusals[422] },
  })
  api.openapi(route, async (c) => {
    const { numbers } = c.get('principal').rights
    const lines = await audit.search({ ...searchOf(c.req.valid('query')), limit: PAGE })
    const next = lines.length === PAGE ? (lines.at(-1)?.seq ?? null) : null
    return c.json({ items: lines.map((line) => auditView(line, numbers)), next }, 200)
  })
}

function addVerify(api: Api, audit: Audit): void {
  const route = createRoute({
    method: 'get',
    path: `${PATH}/verify`,
    summary: 'Holds every line against the chain.',
    responses: { 200: json('Whole, or the first line where something is missing or changed.', auditVerdictSchema) },
  })
  api.openapi(route, async (c) => c.json(await audit.verify(), 200))
}

function addExport(api: Api, audit: Audit): void {
  const route = createRoute({
    method: 'get',
    path: `${PATH}/export`,
    summary: 'The lines that a search finds, as CSV or as lines of JSON, the newest first.',
    request: { query: filterSchema.extend({ format: z.enum(['csv', 'json']) }) },
    responses: { 200: { description: 'A file.' }, 422: refusals[422] },
  })
  api.openapi(route, (c) => {
    const { format, ...filter } = c.req.valid('query')
    c.header('content-type', EXPORT_TYPES[format])
    c.header('content-disposition', `attachment; filename="${EXPORT_NAMES[format]}"`)
    return c.body(auditExport(audit, searchOf(filter), format, c.get('principal').rights.numbers))
  })
}

function addStory(api: Api, audit: Audit): void {
  const route = createRoute({
    method: 'get',
    path: `${PATH}/{seq}`,
    summary: 'One line with all that belongs to it: what was asked, and what became of it.',
    request: { params: z.object({ seq: z.coerce.number().int().min(1) }) },
    responses: { 200: json('The oldest first.', auditStorySchema), 404: refusals[404] },
  })
  api.openapi(route, async (c) => {
    const story = await storyOf(audit, c.req.valid('param').seq)
    if (story === null) return notFound(c)
    const { numbers } = c.get('principal').rights
    return c.json({ items: story.map((line) => auditView(line, numbers)) }, 200)
  })
}

/** Lines of one thing name the same `ref`, or the number of the first; they stand within a day of each other. */
async function storyOf(audit: Audit, seq: number): Promise<AuditLine[] | null> {
  const [line] = await audit.search({ before: seq + 1, limit: 1 })
  if (line?.seq !== seq) return null
  const near = { from: line.at - DAY_MS, to: line.at + DAY_MS, limit: 1000 }
  const around = await audit.search(line.actor === null ? near : { ...near, actor: line.actor })
  const refs = new Set([line.ref ?? String(seq)])
  const belongs = (other: AuditLine) =>
    other.seq === seq || refs.has(String(other.seq)) || (other.ref !== null && refs.has(other.ref))
  return around.filter(belongs).sort((one, other) => one.seq - other.seq)
}

type Filter = z.infer<typeof pageSchema>

/** Empty fields of a form are no filter. */
function searchOf(filter: Filter): Omit<AuditSearch, 'limit'> {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined && value !== ''))
}
