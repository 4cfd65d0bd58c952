import { createRoute } from '@hono/zod-openapi'
import { houseSettingsSchema } from '@/lib/protocol/house-settings'
import type { Api } from '@/server/api/app'
import type { SettingsBook } from '@/server/settings/types'
import { houseSettingsFor } from './house-settings'

/** `GET /api/v1/settings` */
export function addSettingsRoutes(api: Api, { settings }: { settings: Pick<SettingsBook, 'current'> }): void {
  const route = createRoute({
    method: 'get',
    path: '/api/v1/settings',
    summary: 'What pages need of the house’s settings.',
    responses: { 200: { description: 'As now.', content: { 'application/json': { schema: houseSettingsSchema } } } },
  })
  api.openapi(route, (c) => c.json(houseSettingsFor(settings.current, c.get('principal').rights), 200))
}
