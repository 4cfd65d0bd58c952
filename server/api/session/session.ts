import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { viewerSchema } from '@/lib/protocol/viewer'
import { unreachable } from '@/lib/unreachable'
import type { AuthService } from '@/server/auth/auth'
import { endedSessionCookies, isSecure } from '@/server/auth/cookies'
import { MAX_PASSWORD } from '@/server/auth/password'
import type { SignInResult } from '@/server/auth/sign-in'
import type { ApiEnv } from '../env'
import { problem } from '../schemas'
import { type Answering, actorOf, browserOf, headersOf, refusalOf, viewerOf, welcomeIn } from './answers'
import { answer, body, refused } from './describe'
import { addOidcRoutes } from './oidc'

const credentialsSchema = z.strictObject({
  name: z.string().min(1).max(200),
  password: z.string().min(1).max(MAX_PASSWORD),
  code: z.string().max(40).optional(),
  enrol: z.string().max(1000).optional(),
  stay: z.boolean().default(false),
})

/** Signing in and out, and who is signed in. */
export function addSessionRoutes(api: OpenAPIHono<ApiEnv>, auth: AuthService): void {
  addSignIn(api, auth)
  addWhoIs(api, auth)
  addSignOut(api, auth)
  addOidcRoutes(api, auth)
}

function addSignIn(api: OpenAPIHono<ApiEnv>, auth: AuthService): void {
  const route = createRoute({
    method: 'post',
    path: '/api/v1/session',
    summary: 'Signs in; answers with a cookie.',
    request: { body: body(credentialsSchema) },
    responses: {
      200: answer('Signed in.', viewerSchema),
      401: refused('Wrong (triesLeft), or a code is asked (needsCode).'),
      429: refused('Too many tries; Retry-After says when.'),
    },
  })
  api.openapi(route, async (c) => {
    try {
      return (await answerSignIn(c, auth, await auth.signIn.withPassword(c.req.valid('json'), browserOf(c)))) as never
    } catch (error) {
      return refusalOf(c, error) as never
    }
  })
}

async function answerSignIn(c: Answering, auth: AuthService, result: SignInResult) {
  /** With members of our own besides those of RFC 9457, as that allows. */
  const wrong = (detail: string, members: object) => {
    const document = { title: 'Unauthorized', status: 401, detail, ...members }
    return problem(c, document)
  }
  switch (result.kind) {
    case 'in':
      return welcomeIn(c, auth, result.session)
    case 'code': {
      const enrol = result.enrol === null ? {} : { enrol: result.enrol }
      return wrong('The code of the second factor is asked.', { needsCode: true, ...enrol })
    }
    case 'refused':
      return wrong('Name and password do not match.', { triesLeft: result.triesLeft })
    default:
      return unreachable(result)
  }
}

function addWhoIs(api: OpenAPIHono<ApiEnv>, auth: AuthService): void {
  const route = createRoute({
    method: 'get',
    path: '/api/v1/session',
    summary: 'Who is signed in, and what they may see and do.',
    responses: { 200: answer('Somebody.', viewerSchema), 401: refused('Nobody.') },
  })
  api.openapi(route, async (c) => {
    const principal = await auth.check(headersOf(c))
    if (principal === null) {
      return problem(c, { title: 'Unauthorized', status: 401, detail: 'Nobody is signed in.' }) as never
    }
    return c.json(viewerOf(principal), 200)
  })
}

function addSignOut(api: OpenAPIHono<ApiEnv>, auth: AuthService): void {
  const route = createRoute({
    method: 'delete',
    path: '/api/v1/session',
    summary: 'Signs out.',
    responses: { 204: { description: 'Nobody is signed in any more.' } },
  })
  api.openapi(route, async (c) => {
    const principal = await auth.check(headersOf(c))
    if (principal?.kind === 'session' && principal.credentialId !== null) {
      c.set('principal', principal)
      await auth.sessions.end(principal.credentialId, principal.accountId, actorOf(c), 'sign-out')
    }
    for (const ended of endedSessionCookies(isSecure(headersOf(c), auth.config.allowedOrigins))) {
      c.header('set-cookie', ended, { append: true })
    }
    return c.body(null, 204)
  })
}
