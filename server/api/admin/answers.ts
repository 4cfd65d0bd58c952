import type { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { ApiEnv } from '@/server/api/env'
import { problem, problemSchema } from '@/server/api/schemas'
import type { Actor } from '@/server/auth/actor'

/** What routes of administration have in common. */
export function json<Schema extends z.ZodType>(description: string, schema: Schema) {
  return { description, content: { 'application/json': { schema } } }
}

/** The body of a change. `required`, or whoever sends none would pass unchecked. */
export function jsonBody<Schema extends z.ZodType>(schema: Schema) {
  return { body: { required: true, content: { 'application/json': { schema } } } } as const
}

const refused = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: problemSchema } },
})

/** How changes are refused. */
export const refusals = {
  404: refused('There is none such.'),
  409: refused('It is otherwise by now, or would leave nobody who administers.'),
  422: refused('A field is wrong.'),
}

/** Who asks, for the audit log. */
export function actorOf(c: Context<ApiEnv>): Actor {
  const { accountId, name } = c.get('principal')
  return { accountId, name, origin: c.get('origin') }
}

/**
 * An answer that refuses. Routes tell the types of what they give; a refusal is a problem document wherever it comes
 * from, which hono's types cannot say of a body they do not write themselves.
 */
export function refusing(response: Response): never {
  return response as never
}

export function notFound(c: Context) {
  return refusing(problem(c, { title: 'Not Found', status: 404, detail: 'There is none such, or no longer.' }))
}

/** `code` lets a page say it in its own language; `more` is what it needs besides. */
export function conflict(
  c: Context,
  code: string,
  detail: string,
  more: { errors?: object[]; current?: unknown } = {},
) {
  const document = { title: 'Conflict', status: 409, detail, code, ...more }
  return refusing(problem(c, document))
}
