import type { IncomingHttpHeaders } from 'node:http'
import type { AccountRights } from '@/lib/domain/rights'
import type { Clock } from '@/server/clock'
import { isSecure, readSessionCookie } from './cookies'
import type { Found, PrincipalReader } from './principals'
import { hashToken } from './secret-token'
import type { Auth, Principal } from './types'

/** Another process, such as the account command, may change the database: what was read counts so long. */
const FRESH_MS = 2000
const MAX_REMEMBERED = 10_000
/** Beginnings of tokens, so that one is known where it leaks. */
export const TOKEN_PREFIX = 'cb_'
const BEARER = /^Bearer +(\S{1,256})$/i

type Remembered = { principal: Principal; at: number }

type CheckingParts = {
  reader: PrincipalReader
  clock: Clock
  allowedOrigins: readonly string[]
  /** `null`: nothing is open to the public. */
  publicRights(): AccountRights | null
  /** Notes that credentials are used; `found` as they stood. */
  noteUse(found: readonly Found[]): Promise<void>
}

/** The one check, with a memory of two seconds that any change in this process empties at once. */
export class Checking implements Pick<Auth, 'check' | 'recheck' | 'recheckAll'> {
  readonly #parts: CheckingParts
  readonly #remembered = new Map<string, Remembered>()
  /** Counts what was forgotten, so that nothing read before a change is remembered after it. */
  #life = 0

  constructor(parts: CheckingParts) {
    this.#parts = parts
  }

  forget(): void {
    this.#life++
    this.#remembered.clear()
  }

  async check(headers: IncomingHttpHeaders): Promise<Principal | null> {
    const { allowedOrigins } = this.#parts
    const bearer = BEARER.exec(headers.authorization ?? '')?.[1]
    // A token that does not count is a mistake to be told, not somebody of the public.
    if (bearer !== undefined) return bearer.startsWith(TOKEN_PREFIX) ? this.#find('token', hashToken(bearer)) : null
    const cookie = readSessionCookie(headers, isSecure(headers, allowedOrigins))
    const session = cookie === null ? null : await this.#find('session', hashToken(cookie))
    return session ?? this.#public()
  }

  async recheck(principal: Principal): Promise<Principal | null> {
    if (principal.kind === 'public') return this.#public()
    return (await this.recheckAll([principal])).get(principal.credentialId ?? '') ?? null
  }

  /** Always asks the database: open sockets are checked together, every few seconds. */
  async recheckAll(principals: readonly Principal[]): Promise<ReadonlyMap<string, Principal>> {
    const { reader, clock, noteUse } = this.#parts
    const now = clock.now()
    const idsOf = (kind: Principal['kind']) => [
      ...new Set(
        principals.flatMap((one) => (one.kind === kind && one.credentialId !== null ? [one.credentialId] : [])),
      ),
    ]
    const found = [
      ...(await reader.byIds('session', idsOf('session'), now)),
      ...(await reader.byIds('token', idsOf('token'), now)),
    ]
    await noteUse(found)
    return new Map(found.map(({ principal }) => [principal.credentialId ?? '', principal]))
  }

  #public(): Principal | null {
    const rights = this.#parts.publicRights()
    if (rights === null) return null
    return {
      kind: 'public',
      accountId: null,
      name: 'public',
      displayName: '',
      credentialId: null,
      rights,
      scopes: null,
      phones: [],
      version: `public:${JSON.stringify(rights)}`,
      expiresAt: null,
    }
  }

  async #find(kind: 'session' | 'token', hash: string): Promise<Principal | null> {
    const { reader, clock, noteUse } = this.#parts
    const now = clock.now()
    const known = this.#remembered.get(hash)
    if (known && now - known.at < FRESH_MS && !isOver(known.principal, now)) return known.principal
    const life = this.#life
    const found = kind === 'session' ? await reader.bySessionHash(hash, now) : await reader.byTokenHash(hash, now)
    this.#remembered.delete(hash)
    if (!found) return null
    if (life === this.#life) this.#remember(hash, { principal: found.principal, at: now })
    await noteUse([found])
    return found.principal
  }

  #remember(hash: string, remembered: Remembered): void {
    if (this.#remembered.size >= MAX_REMEMBERED) this.#remembered.clear()
    this.#remembered.set(hash, remembered)
  }
}

function isOver({ expiresAt }: Principal, now: number): boolean {
  return expiresAt !== null && expiresAt <= now
}
