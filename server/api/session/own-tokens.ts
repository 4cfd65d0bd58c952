import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { newTokenSchema, tokensSchema } from '@/lib/protocol/account'
import type { AuthService } from '@/server/auth/auth'
import { TOKEN_SCOPES } from '@/server/auth/types'
import type { ApiEnv } from '../env'
import { problem } from '../schemas'
import { actorOf, refusalOf } from './answers'
import { answer, body, refused } from './describe'

const madeSchema = z.strictObject({
  name: z.string().trim().min(1).max(100),
  scopes: z.array(z.enum(TOKEN_SCOPES)).min(1).max(TOKEN_SCOPES.length),
  days: z.number().int().min(1).max(3650).nullable(),
})

/** One's own tokens for programs. */
export function addOwnTokenRoutes(api: OpenAPIHono<ApiEnv>, auth: AuthService): void {
  const list = createRoute({
    method: 'get',
    path: '/api/v1/account/tokens',
    summary: "One's own tokens.",
    responses: { 200: answer('They, without the secrets.', tokensSchema) },
  })
  api.openapi(list, async (c) => {
    const { accountId } = c.get('principal')
    const tokens = accountId === null ? [] : await auth.tokens.list(accountId)
    const items = tokens.map(({ id, name, scopes, createdAt, usedAt, expiresAt }) => {
      return { id, name, scopes, createdAt, usedAt, expiresAt }
    })
    return c.json({ items }, 200)
  })
  const make = createRoute({
    method: 'post',
    path: '/api/v1/account/tokens',
    summary: 'Makes a token; it is told this once.',
    request: { body: body(madeSchema) },
    responses: { 201: answer('The token.', newTokenSchema) },
  })
  api.openapi(make, async (c) => {
    try {
      const { accountId } = c.get('principal')
      return c.json(await auth.tokens.create(accountId ?? '', c.req.valid('json'), actorOf(c)), 201)
    } catch (error) {
      return refusalOf(c, error) as never
    }
  })
  const end = createRoute({
    method: 'delete',
    path: '/api/v1/account/tokens/{id}',
    summary: "Revokes one of one's tokens.",
    request: { params: z.object({ id: z.string().max(100) }) },
    responses: { 204: { description: 'Revoked.' }, 404: refused('None of yours.') },
  })
  api.openapi(end, async (c) => {
    const { accountId } = c.get('principal')
    const wasThere = accountId !== null && (await auth.tokens.end(c.req.valid('param').id, accountId, actorOf(c)))
    if (wasThere) return c.body(null, 204)
    return problem(c, { title: 'Not Found', status: 404, detail: 'You have no such token.' }) as never
  })
}
