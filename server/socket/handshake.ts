import { NOT_SIGNED_IN } from '@/lib/protocol/events'
import type { Auth, Principal } from '@/server/auth/types'
import type { Log } from '@/server/log'
import type { BrowserServer } from './browser'

/** An account shows so many pages at once at most: many tabs, or a wall in every room. */
const MAX_SOCKETS_PER_ACCOUNT = 100

type HandshakeOptions = {
  auth: Pick<Auth, 'check'>
  log: Pick<Log, 'warn' | 'error'>
  /** Sockets of the account that are open. */
  countOf(accountId: string): number
}

/** Lets nobody in who shows no session: whose a socket is stands before its first message. */
export function guardHandshake(io: BrowserServer, { auth, log, countOf }: HandshakeOptions): void {
  io.use((browser, next) => {
    auth.check(browser.request.headers).then(
      (principal) => {
        if (principal === null) return next(new Error(NOT_SIGNED_IN))
        if (!mayRead(principal)) return next(new Error('this token may not read'))
        const { accountId, name } = principal
        if (accountId !== null && countOf(accountId) >= MAX_SOCKETS_PER_ACCOUNT) {
          log.warn({ account: name }, 'gateway: refused a socket of an account that has too many')
          return next(new Error('too many pages of this account are open'))
        }
        browser.data.principal = principal
        next()
      },
      (error: unknown) => {
        log.error({ err: error }, 'gateway: a session could not be looked up')
        next(new Error('sign-in does not work at the moment'))
      },
    )
  })
}

function mayRead({ scopes }: Principal): boolean {
  return scopes === null || scopes.includes('read')
}
