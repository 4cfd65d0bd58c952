import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import type { Context, MiddlewareHandler } from 'hono'
import type { Auth } from '@/server/auth/types'
import type { AddressOf } from '@/server/http/address'
import { foreignChange } from '@/server/http/origin'
import { accessOf, isReading, refusal } from './access'
import type { ApiEnv } from './env'
import { problem } from './schemas'

export type GuardOptions = {
  auth: Pick<Auth, 'check'>
  /** Origins of pages besides our own host. */
  allowedOrigins: readonly string[]
  addressOf: AddressOf
}

/** What the adapter leaves of Node's own request. */
type NodeBindings = { incoming?: IncomingMessage }

/** The one door of the API: whether a change is meant, in what it is written, who asks, and whether that one may. */
export function createGuard({ auth, allowedOrigins, addressOf }: GuardOptions): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    const { method, path } = c.req
    const headers: IncomingHttpHeaders = c.req.header()
    if (!isReading(method)) {
      const foreign = foreignChange(headers, allowedOrigins)
      if (foreign !== null) return problem(c, { title: 'Forbidden', status: 403, detail: foreign })
      if (!isJson(headers)) return problem(c, NOT_JSON)
    }
    const principal = await auth.check(headers)
    const peer = (c.env as NodeBindings | undefined)?.incoming?.socket.remoteAddress
    c.set('origin', { address: addressOf(peer, headers), via: principal?.kind === 'token' ? 'api' : 'page' })
    if (principal === null) return accessOf(method, path) === 'open' ? next() : refuse(c, NOBODY)
    const refused = refusal(principal, method, path)
    if (refused !== null) return refuse(c, refused)
    c.set('principal', principal)
    return next()
  }
}

const NOBODY = { status: 401, detail: 'Sign in first.' } as const
const NOT_JSON = { title: 'Unsupported Media Type', status: 415, detail: 'A body is sent as application/json.' }

/** What has no body needs no type. */
function isJson(headers: IncomingHttpHeaders): boolean {
  const type = headers['content-type']
  if (type !== undefined) return /^application\/json\s*(;|$)/i.test(type)
  return (headers['content-length'] ?? '0') === '0' && headers['transfer-encoding'] === undefined
}

function refuse(c: Context, { status, detail }: { status: 401 | 403; detail: string }) {
  return problem(c, { title: status === 401 ? 'Unauthorized' : 'Forbidden', status, detail })
}
