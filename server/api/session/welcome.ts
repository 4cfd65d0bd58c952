import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { welcomeSchema } from '@/lib/protocol/account'
import { viewerSchema } from '@/lib/protocol/viewer'
import type { AuthService } from '@/server/auth/auth'
import { MAX_PASSWORD } from '@/server/auth/password'
import type { ApiEnv } from '../env'
import { type Answering, browserOf, refusalOf, welcomeIn } from './answers'
import { answer, body, refused } from './describe'

const tokenSchema = z.string().min(1).max(200)
const answerSchema = z.strictObject({
  token: tokenSchema,
  name: z.string().max(100).optional(),
  displayName: z.string().max(100).optional(),
  password: z.string().min(1).max(MAX_PASSWORD),
})

/** One-time links. */
export function addWelcomeRoutes(api: OpenAPIHono<ApiEnv>, auth: AuthService): void {
  const look = createRoute({
    method: 'post',
    path: '/api/v1/welcome/look',
    summary: 'What a one-time link is for; does not use it up.',
    request: { body: body(z.strictObject({ token: tokenSchema })) },
    responses: { 200: answer('It works.', welcomeSchema), 410: refused('It was used, replaced, or is too old.') },
  })
  api.openapi(look, async (c) => {
    const { token } = c.req.valid('json')
    return withLink(c, auth, async () => c.json(await auth.welcomes.look(token), 200)) as never
  })
  const use = createRoute({
    method: 'post',
    path: '/api/v1/welcome',
    summary: 'Uses a one-time link: makes the first administrator, or sets a password.',
    request: { body: body(answerSchema) },
    responses: {
      200: answer('Done, and signed in.', viewerSchema),
      204: { description: 'Done; sign in with the second factor.' },
      410: refused('It was used, replaced, or is too old.'),
    },
  })
  api.openapi(use, async (c) => {
    const given = c.req.valid('json')
    return withLink(c, auth, async () => {
      const row = await auth.accounts.row(await auth.welcomes.accept(given, c.get('origin')))
      if (!row || row.totp_secret !== null || auth.secondFactor.isRequired(row)) return c.body(null, 204)
      return welcomeIn(c, auth, await auth.signIn.open(row, { how: 'welcome', stay: false }, browserOf(c)))
    }) as never
  })
}

async function withLink(c: Answering, auth: AuthService, work: () => Promise<Response>): Promise<Response> {
  try {
    return await auth.signIn.tryingLink(c.get('origin'), work)
  } catch (error) {
    return refusalOf(c, error)
  }
}
