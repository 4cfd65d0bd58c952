import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { accountSchema, backupCodesSchema, enrolmentSchema } from '@/lib/protocol/account'
import type { AccountRow } from '@/server/auth/account'
import { AccountError } from '@/server/auth/account-error'
import type { AuthService } from '@/server/auth/auth'
import { MAX_PASSWORD } from '@/server/auth/password'
import type { ApiEnv } from '../env'
import { type Answering, actorOf, refusalOf } from './answers'
import { answer, body, refused } from './describe'
import { addOwnSessionRoutes } from './own-sessions'
import { addOwnTokenRoutes } from './own-tokens'

const passwordSchema = z.string().min(1).max(MAX_PASSWORD)
const askedPassword = z.strictObject({ password: passwordSchema })

/** One's own account. */
export function addAccountRoutes(api: OpenAPIHono<ApiEnv>, auth: AuthService): void {
  addLook(api, auth)
  addPassword(api, auth)
  addTwoFactor(api, auth)
  addTwoFactorOff(api, auth)
  addOwnSessionRoutes(api, auth)
  addOwnTokenRoutes(api, auth)
}

function addLook(api: OpenAPIHono<ApiEnv>, auth: AuthService): void {
  const route = createRoute({
    method: 'get',
    path: '/api/v1/account',
    summary: "How one's own account is protected.",
    responses: { 200: answer('So.', accountSchema) },
  })
  api.openapi(route, (c) =>
    withOwnRow(c, auth, async (row) =>
      c.json({
        twoFactor: row.totp_secret !== null,
        backupCodesLeft: auth.secondFactor.backupCodesLeft(row),
        mustHaveTwoFactor: auth.secondFactor.isRequired(row),
        hasPassword: row.password_hash !== null,
      }),
    ),
  )
}

function addPassword(api: OpenAPIHono<ApiEnv>, auth: AuthService): void {
  const route = createRoute({
    method: 'post',
    path: '/api/v1/account/password',
    summary: "Changes one's password; ends one's other sessions.",
    request: { body: body(z.strictObject({ current: passwordSchema, next: passwordSchema })) },
    responses: { 204: { description: 'Changed.' }, 422: refused('The password is wrong or too weak.') },
  })
  api.openapi(route, (c) =>
    withOwnRow(c, auth, async (row) => {
      const { current, next } = c.req.valid('json')
      await auth.signIn.confirmPassword(row, current, c.get('origin'))
      await auth.accounts.setPassword(row.id, next, actorOf(c), c.get('principal').credentialId)
      return c.body(null, 204)
    }),
  )
}

function addTwoFactor(api: OpenAPIHono<ApiEnv>, auth: AuthService): void {
  const begin = createRoute({
    method: 'post',
    path: '/api/v1/account/two-factor/begin',
    summary: 'A new secret for an authenticator app.',
    request: { body: body(askedPassword) },
    responses: { 200: answer('Nothing is kept until it is confirmed.', enrolmentSchema) },
  })
  api.openapi(begin, (c) =>
    withOwnRow(c, auth, async (row) => {
      await auth.signIn.confirmPassword(row, c.req.valid('json').password, c.get('origin'))
      return c.json(auth.secondFactor.begin(row), 200)
    }),
  )
  const confirm = createRoute({
    method: 'post',
    path: '/api/v1/account/two-factor/confirm',
    summary: 'Switches the second factor on, by its first code.',
    request: { body: body(z.strictObject({ sealed: z.string().max(1000), code: z.string().max(40) })) },
    responses: { 200: answer('Backup codes, told this once.', backupCodesSchema) },
  })
  api.openapi(confirm, (c) =>
    withOwnRow(c, auth, async (row) => {
      const backupCodes = await auth.secondFactor.confirm(row, c.req.valid('json'), actorOf(c))
      return c.json({ backupCodes }, 200)
    }),
  )
}

function addTwoFactorOff(api: OpenAPIHono<ApiEnv>, auth: AuthService): void {
  const route = createRoute({
    method: 'post',
    path: '/api/v1/account/two-factor/remove',
    summary: 'Switches the second factor off.',
    request: { body: body(askedPassword) },
    responses: { 204: { description: 'It is off.' } },
  })
  api.openapi(route, (c) =>
    withOwnRow(c, auth, async (row) => {
      await auth.signIn.confirmPassword(row, c.req.valid('json').password, c.get('origin'))
      if (auth.secondFactor.isRequired(row)) throw new AccountError('required', 'Your role needs a second factor.')
      await auth.accounts.resetTwoFactor(row.id, actorOf(c))
      return c.body(null, 204)
    }),
  )
}

async function withOwnRow(
  c: Answering,
  auth: AuthService,
  work: (row: AccountRow) => Promise<Response>,
): Promise<never> {
  try {
    const row = await auth.accounts.row(c.get('principal').accountId ?? '')
    if (!row) throw new AccountError('not-found', 'There is no such account.')
    return (await work(row)) as never
  } catch (error) {
    return refusalOf(c, error) as never
  }
}
