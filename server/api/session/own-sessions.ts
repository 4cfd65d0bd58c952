import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { sessionsSchema } from '@/lib/protocol/account'
import type { AuthService } from '@/server/auth/auth'
import type { ApiEnv } from '../env'
import { problem } from '../schemas'
import { actorOf } from './answers'
import { answer, refused } from './describe'

const ended = { description: 'Ended.' }

/** One's own sessions: seen, and ended. */
export function addOwnSessionRoutes(api: OpenAPIHono<ApiEnv>, auth: AuthService): void {
  const list = createRoute({
    method: 'get',
    path: '/api/v1/account/sessions',
    summary: "One's own sessions, the last used first.",
    responses: { 200: answer('They.', sessionsSchema) },
  })
  api.openapi(list, async (c) => {
    const { accountId, credentialId } = c.get('principal')
    const sessions = accountId === null ? [] : await auth.sessions.list(accountId)
    const items = sessions.map(({ id, createdAt, seenAt, expiresAt, address, userAgent }) => {
      return { id, isCurrent: id === credentialId, createdAt, seenAt, expiresAt, address, userAgent }
    })
    return c.json({ items }, 200)
  })
  const endOthers = createRoute({
    method: 'delete',
    path: '/api/v1/account/sessions',
    summary: "Ends all of one's sessions but this one.",
    responses: { 204: ended },
  })
  api.openapi(endOthers, async (c) => {
    const { accountId, credentialId } = c.get('principal')
    if (accountId !== null) await auth.sessions.endAll(accountId, credentialId, actorOf(c))
    return c.body(null, 204)
  })
  const end = createRoute({
    method: 'delete',
    path: '/api/v1/account/sessions/{id}',
    summary: "Ends one of one's sessions.",
    request: { params: z.object({ id: z.string().max(100) }) },
    responses: { 204: ended, 404: refused('None of yours.') },
  })
  api.openapi(end, async (c) => {
    const { accountId } = c.get('principal')
    const wasThere = accountId !== null && (await auth.sessions.end(c.req.valid('param').id, accountId, actorOf(c)))
    if (wasThere) return c.body(null, 204)
    return problem(c, { title: 'Not Found', status: 404, detail: 'You have no such session.' }) as never
  })
}
