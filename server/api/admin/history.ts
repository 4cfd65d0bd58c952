import { createRoute } from '@hono/zod-openapi'
import { forgetCallerSchema, forgottenSchema, historyStateSchema } from '@/lib/protocol/admin/history'
import type { Api } from '@/server/api/app'
import { AuditError } from '@/server/audit/types'
import { notAudited } from './account-refusal'
import { actorOf, json, jsonBody, refusals } from './answers'
import type { AdminDeps } from './deps'

/** What is remembered of callers: how it is kept, and how one of them is forgotten. */
export function addHistoryRoutes(api: Api, { history }: Pick<AdminDeps, 'history'>): void {
  addState(api, history)
  addForget(api, history)
}

function addState(api: Api, history: AdminDeps['history']): void {
  const route = createRoute({
    method: 'get',
    path: '/api/v1/admin/history',
    summary: 'How long visits are kept, and whether they can be written down.',
    responses: { 200: json('As it is now.', historyStateSchema) },
  })
  api.openapi(route, (c) => c.json(history.state(), 200))
}

function addForget(api: Api, history: AdminDeps['history']): void {
  const route = createRoute({
    method: 'post',
    path: '/api/v1/admin/callers/forget',
    summary:
      'Takes a caller’s number and name out of all visits, calls and the replay; no figure changes. Cannot be undone.',
    request: jsonBody(forgetCallerSchema),
    responses: { 200: json('How often they were remembered.', forgottenSchema), 422: refusals[422] },
  })
  api.openapi(route, async (c) => {
    try {
      return c.json(await history.forget(c.req.valid('json').number, actorOf(c)), 200)
    } catch (error) {
      if (error instanceof AuditError) return notAudited(c)
      throw error
    }
  })
}
