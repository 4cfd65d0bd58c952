import { createRoute } from '@hono/zod-openapi'
import { pbxStatusesSchema } from '@/lib/protocol/admin/pbx-status'
import type { Api } from '@/server/api/app'
import { json } from './answers'
import type { AdminDeps } from './deps'

/** How the PBXs run: asked for when somebody wants to know, and watched meanwhile. */
export function addPbxStatusRoutes(api: Api, { watches }: Pick<AdminDeps, 'watches'>): void {
  const route = createRoute({
    method: 'get',
    path: '/api/v1/admin/pbx/status',
    summary: 'Uptime, calls, modules, events a second by name, and what became of the links.',
    responses: { 200: json('By name.', pbxStatusesSchema) },
  })
  api.openapi(route, async (c) => c.json({ items: await Promise.all(watches.map((watch) => watch.status())) }, 200))
}
