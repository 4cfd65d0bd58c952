import { createRoute, z } from '@hono/zod-openapi'
import { adminSessionsSchema, endedSchema } from '@/lib/protocol/admin/sessions'
import type { Api } from '@/server/api/app'
import { accountRefusal } from './account-refusal'
import { actorOf, json, notFound, refusals } from './answers'
import type { AdminSessions } from './deps'

const id = { params: z.object({ id: z.string().min(1).max(64) }) }

/** Every browser that is signed in, and its end. */
export function addSessionRoutes(api: Api, sessions: AdminSessions): void {
  const list = createRoute({
    method: 'get',
    path: '/api/v1/admin/sessions',
    summary: 'All sessions, the last used first.',
    responses: { 200: json('The last used first.', adminSessionsSchema) },
  })
  api.openapi(list, async (c) => {
    const own = c.get('principal').credentialId
    const items = (await sessions.list(null)).map((session) => ({ ...session, isCurrent: session.id === own }))
    return c.json({ items }, 200)
  })
  addEnd(api, sessions)
  addEndAll(api, sessions)
}

function addEnd(api: Api, sessions: AdminSessions): void {
  const route = createRoute({
    method: 'delete',
    path: '/api/v1/admin/sessions/{id}',
    summary: 'Ends a session; its pages ask to sign in within seconds.',
    request: id,
    responses: { 204: { description: 'Ended.' }, ...refusals },
  })
  api.openapi(route, async (c) => {
    try {
      const ended = await sessions.end(c.req.valid('param').id, null, actorOf(c))
      return ended ? c.body(null, 204) : notFound(c)
    } catch (error) {
      return accountRefusal(c, error)
    }
  })
}

function addEndAll(api: Api, sessions: AdminSessions): void {
  const route = createRoute({
    method: 'delete',
    path: '/api/v1/admin/accounts/{id}/sessions',
    summary: 'Ends all sessions of one account; whoever asks keeps the own one.',
    request: id,
    responses: { 200: json('How many were ended.', endedSchema), ...refusals },
  })
  api.openapi(route, async (c) => {
    try {
      const { credentialId } = c.get('principal')
      return c.json({ ended: await sessions.endAll(c.req.valid('param').id, credentialId, actorOf(c)) }, 200)
    } catch (error) {
      return accountRefusal(c, error)
    }
  })
}
