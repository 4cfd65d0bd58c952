import { createRoute, z } from '@hono/zod-openapi'
import { newTokenSchema } from '@/lib/protocol/account'
import { adminTokensSchema, tokenRequestSchema } from '@/lib/protocol/admin/tokens'
import type { Api } from '@/server/api/app'
import { accountRefusal } from './account-refusal'
import { actorOf, json, jsonBody, notFound, refusals } from './answers'
import type { AdminTokens } from './deps'

const PATH = '/api/v1/admin/tokens'

/** API tokens: listed, made, revoked. A token itself is told once. */
export function addTokenRoutes(api: Api, tokens: AdminTokens): void {
  const list = createRoute({
    method: 'get',
    path: PATH,
    summary: 'All API tokens, without the tokens themselves.',
    responses: { 200: json('The newest first.', adminTokensSchema) },
  })
  api.openapi(list, async (c) => {
    const items = (await tokens.list()).map((token) => ({ ...token, scopes: [...token.scopes] }))
    return c.json({ items }, 200)
  })
  addCreate(api, tokens)
  addRevoke(api, tokens)
}

function addCreate(api: Api, tokens: AdminTokens): void {
  const route = createRoute({
    method: 'post',
    path: PATH,
    summary: 'Makes a token for an account; it can do what the account may, as far as its scopes reach.',
    request: jsonBody(tokenRequestSchema),
    responses: { 201: json('Told this once.', newTokenSchema), ...refusals },
  })
  api.openapi(route, async (c) => {
    const { accountId, ...token } = c.req.valid('json')
    try {
      return c.json(await tokens.create(accountId, token, actorOf(c)), 201)
    } catch (error) {
      return accountRefusal(c, error)
    }
  })
}

function addRevoke(api: Api, tokens: AdminTokens): void {
  const route = createRoute({
    method: 'delete',
    path: `${PATH}/{id}`,
    summary: 'Revokes a token.',
    request: { params: z.object({ id: z.string().min(1).max(64) }) },
    responses: { 204: { description: 'Revoked.' }, ...refusals },
  })
  api.openapi(route, async (c) => {
    try {
      return (await tokens.end(c.req.valid('param').id, actorOf(c))) ? c.body(null, 204) : notFound(c)
    } catch (error) {
      return accountRefusal(c, error)
    }
  })
}
