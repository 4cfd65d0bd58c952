import type { IncomingHttpHeaders } from 'node:http'
import type { AccountRights } from '@/lib/domain/rights'
import type { Phone } from '@/lib/protocol/viewer'

/** What a token may be used for. */
export const TOKEN_SCOPES = ['read', 'dial', 'act', 'admin'] as const
export type TokenScope = (typeof TOKEN_SCOPES)[number]

/** Who asks. Read live: a right that was lowered is lowered at the next check. */
export type Principal = {
  kind: 'session' | 'token' | 'public'
  /** Of the account; `null` for the public. */
  accountId: string | null
  /** As people and the audit log know them: the account's name. */
  name: string
  displayName: string
  /** Of the session or the token; `null` for the public. Revoking it ends it. */
  credentialId: string | null
  rights: AccountRights
  /** `null`: everything that the rights allow. */
  scopes: readonly TokenScope[] | null
  phones: readonly Phone[]
  /** Changes whenever anything above does. */
  version: string
  /** ms since 1970; `null`: never. */
  expiresAt: number | null
}

/** Where a request came from, for the audit log and for limits. */
export type Origin = {
  /** The browser's address; behind a trusted proxy what that says. */
  address: string
  via: 'page' | 'api' | 'system' | 'command line'
}

/** The one check that pages, API and socket handshakes go through. */
export interface Auth {
  /** Whoever the cookie or the bearer token stands for; `null`: nobody, and nothing is open to the public. */
  check(headers: IncomingHttpHeaders): Promise<Principal | null>
  /** The same principal as it is now; `null`: revoked, expired, switched off. */
  recheck(principal: Principal): Promise<Principal | null>
  /**
   * The same for many at once, at the cost of one look: by `credentialId`, as they are now. Who is missing is revoked,
   * expired or switched off.
   */
  recheckAll(principals: readonly Principal[]): Promise<ReadonlyMap<string, Principal>>
  /** Called at once when sessions, rights or phones change in this process. Returns the undo. */
  onChange(listener: () => void): () => void
}
