import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { AccountError } from '@/server/auth/account-error'
import type { AuthService } from '@/server/auth/auth'
import { cookie, isSecure, parseCookies, sessionCookie } from '@/server/auth/cookies'
import { type Oidc, OidcError } from '@/server/auth/oidc'
import type { ApiEnv } from '../env'
import { problem } from '../schemas'
import { type Answering, browserOf, headersOf } from './answers'
import { answer } from './describe'

const FLOW = 'callboard_oidc'
const CALLBACK = '/api/v1/session/oidc/callback'

const wayBack = (c: Answering, auth: AuthService) => {
  const secure = isSecure(headersOf(c), auth.config.allowedOrigins)
  return { secure, flowName: secure ? `__Host-${FLOW}` : FLOW }
}

/** Sign-in by the company's account. These are addresses that a browser goes to, so failures lead to the sign-in page. */
export function addOidcRoutes(api: OpenAPIHono<ApiEnv>, auth: AuthService): void {
  const ways = createRoute({
    method: 'get',
    path: '/api/v1/session/ways',
    summary: 'How one may sign in besides by password.',
    responses: { 200: answer('The label of the button, or null.', z.object({ oidc: z.string().nullable() })) },
  })
  api.openapi(ways, (c) => c.json({ oidc: auth.oidc?.label ?? null }, 200))
  api.get('/api/v1/session/oidc', (c) => withProvider(c, auth, (oidc) => leave(c, auth, oidc)))
  api.get(CALLBACK, (c) => withProvider(c, auth, (oidc) => comeBack(c, auth, oidc)))
}

async function withProvider(c: Answering, { oidc }: AuthService, work: (oidc: Oidc) => Promise<Response>) {
  if (oidc === null) return problem(c, { title: 'Not Found', status: 404, detail: 'No provider is configured.' })
  try {
    return await work(oidc)
  } catch (error) {
    if (error instanceof OidcError) return c.redirect(`/sign-in?error=${error.code}`, 303)
    // Such as a role that the provider lowers, of the last administrator.
    if (error instanceof AccountError) return c.redirect('/sign-in?error=refused', 303)
    throw error
  }
}

async function leave(c: Answering, auth: AuthService, oidc: Oidc): Promise<Response> {
  const { secure, flowName } = wayBack(c, auth)
  const redirectUri = `${secure ? 'https' : 'http'}://${c.req.header('host') ?? ''}${CALLBACK}`
  const { url, sealed, maxAgeMs } = await oidc.begin(redirectUri, safeNext(c.req.query('next')))
  c.header('set-cookie', cookie(flowName, sealed, { secure, maxAgeMs }))
  return c.redirect(url, 303)
}

async function comeBack(c: Answering, auth: AuthService, oidc: Oidc): Promise<Response> {
  const { secure, flowName } = wayBack(c, auth)
  c.header('set-cookie', cookie(flowName, '', { secure, maxAgeMs: 0 }))
  const sealed = parseCookies(headersOf(c).cookie).get(flowName) ?? null
  const { row, next } = await oidc.finish(new URL(c.req.url).search, sealed, c.get('origin'))
  const { token, maxAgeMs } = await auth.signIn.open(row, { how: 'oidc', stay: true }, browserOf(c))
  c.header('set-cookie', sessionCookie(token, { secure, maxAgeMs }), { append: true })
  return c.redirect(next ?? '/', 303)
}

/** A path of ours: `//host` and `/\host` are other hosts to a browser. */
function safeNext(next: string | undefined): string | null {
  return next !== undefined && /^\/(?![/\\])[^\s\\]{0,500}$/.test(next) ? next : null
}
