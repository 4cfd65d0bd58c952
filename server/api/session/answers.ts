import type { IncomingHttpHeaders } from 'node:http'
import type { Context } from 'hono'
import type { Viewer } from '@/lib/protocol/viewer'
import { unreachable } from '@/lib/unreachable'
import { AccountError } from '@/server/auth/account-error'
import type { Actor } from '@/server/auth/actor'
import { TooManyTries } from '@/server/auth/attempts'
import type { AuthService } from '@/server/auth/auth'
import { isSecure, sessionCookie } from '@/server/auth/cookies'
import type { NewSession } from '@/server/auth/sessions'
import type { Browser } from '@/server/auth/sign-in'
import type { Principal } from '@/server/auth/types'
import type { ApiEnv } from '../env'
import { problem } from '../schemas'

export type Answering = Context<ApiEnv>

export function headersOf(c: Answering): IncomingHttpHeaders {
  return c.req.header()
}

export function browserOf(c: Answering): Browser {
  return { origin: c.get('origin'), userAgent: c.req.header('user-agent') ?? '' }
}

export function actorOf(c: Answering): Actor {
  const { accountId, name } = c.get('principal')
  return { accountId, name, origin: c.get('origin') }
}

/** What pages may know of who looks at them. */
export function viewerOf({ kind, accountId, name, displayName, rights, phones }: Principal): Viewer {
  return {
    kind: kind === 'public' ? 'public' : 'account',
    id: accountId,
    name: displayName || name,
    role: rights.role,
    queues: rights.queues === null ? null : [...rights.queues],
    numbers: rights.numbers,
    permissions: Object.fromEntries(
      Object.entries(rights.permissions).map(([permission, scope]) => [permission, scope === null ? null : [...scope]]),
    ),
    phones: [...phones],
  }
}

/** Gives the browser its new session and tells who it is now. */
export async function welcomeIn(c: Answering, auth: AuthService, { token, maxAgeMs }: NewSession) {
  const secure = isSecure(headersOf(c), auth.config.allowedOrigins)
  const set = sessionCookie(token, { secure, maxAgeMs })
  c.header('set-cookie', set)
  const principal = await auth.check({ ...headersOf(c), cookie: set.split(';')[0] ?? '', authorization: undefined })
  if (principal === null) throw new Error('a session that was just opened does not count')
  return c.json(viewerOf(principal), 200)
}

/** What people did wrong as a problem; anything else is thrown on. */
export function refusalOf(c: Answering, error: unknown) {
  if (error instanceof TooManyTries) {
    c.header('retry-after', String(error.retryAfterSeconds))
    return problem(c, { title: 'Too Many Requests', status: 429, detail: error.message })
  }
  if (!(error instanceof AccountError)) throw error
  const { status, title, path } = kindOf(error.code)
  const errors = path === null ? {} : { errors: [{ path, message: error.message }] }
  return problem(c, { title, status, detail: error.message, ...errors })
}

function kindOf(code: AccountError['code']): { status: number; title: string; path: string | null } {
  switch (code) {
    case 'name-taken':
    case 'name-wrong':
      return { status: 422, title: 'Unprocessable Content', path: 'name' }
    case 'password-weak':
      return { status: 422, title: 'Unprocessable Content', path: 'password' }
    case 'password-wrong':
      return { status: 422, title: 'Unprocessable Content', path: 'current' }
    case 'code-wrong':
      return { status: 422, title: 'Unprocessable Content', path: 'code' }
    case 'not-found':
      return { status: 404, title: 'Not Found', path: null }
    case 'link-spent':
      return { status: 410, title: 'Gone', path: null }
    case 'last-admin':
    case 'changed-since':
    case 'required':
      return { status: 409, title: 'Conflict', path: null }
    default:
      return unreachable(code)
  }
}
