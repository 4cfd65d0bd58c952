import { OpenAPIHono } from '@hono/zod-openapi'
import type { House } from '@/server/auth/testing/house'
import type { ApiEnv } from '../../env'
import { createGuard } from '../../guard'
import { addAccountRoutes } from '../account'
import { addSessionRoutes } from '../session'
import { addWelcomeRoutes } from '../welcome'

const OWN = 'http://board.test'

/** A browser that keeps cookies, before the guarded routes of sign-in. */
export function browse({ auth }: House) {
  const api = new OpenAPIHono<ApiEnv>()
  api.use(createGuard({ auth, allowedOrigins: [], addressOf: () => '192.0.2.7' }))
  addSessionRoutes(api, auth)
  addWelcomeRoutes(api, auth)
  addAccountRoutes(api, auth)
  const cookies = new Map<string, string>()
  return {
    cookies,
    async ask(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Response> {
      const response = await api.request(`${OWN}${path}`, {
        method,
        headers: {
          host: 'board.test',
          origin: OWN,
          cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
      for (const set of response.headers.getSetCookie()) keep(cookies, set)
      return response
    },
  }
}

function keep(cookies: Map<string, string>, set: string): void {
  const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? []
  if (value === '') cookies.delete(name)
  else cookies.set(name, value)
}
