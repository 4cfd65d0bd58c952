import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { ProblemDocument } from '@/server/http/respond'

/** A list as the API gives it; `now` is the server's clock, to which moments in the items compare. */
export function listSchema<Item extends z.ZodType>(item: Item) {
  return z.object({ now: z.number().describe('Milliseconds since 1970, UTC'), items: z.array(item) })
}

/** RFC 9457. */
export const problemSchema = z.object({
  title: z.string(),
  status: z.number(),
  detail: z.string(),
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
})

export function problem(c: Context, document: ProblemDocument) {
  const headers = { 'content-type': 'application/problem+json' }
  return c.body(JSON.stringify(document), document.status as ContentfulStatusCode, headers)
}
