import type { IncomingHttpHeaders } from 'node:http'
import { type AccountRights, NUMBERS_OF_ROLE, PERMISSIONS_OF_ROLE, type Role } from '@/lib/domain/rights'
import type { Auth, Principal } from '@/server/auth/types'

/** The rights that a role has by itself. */
export function rightsOfRole(role: Role, fields: Partial<AccountRights> = {}): AccountRights {
  const permissions = Object.fromEntries(PERMISSIONS_OF_ROLE[role].map((permission) => [permission, null]))
  return { role, queues: null, numbers: NUMBERS_OF_ROLE[role], permissions, ...fields }
}

/** Somebody signed in; the cookie or the token is the name. */
export function aPrincipal(name: string, role: Role, fields: Partial<Principal> = {}): Principal {
  return {
    kind: 'session',
    accountId: `account-${name}`,
    name,
    displayName: name,
    credentialId: name,
    rights: rightsOfRole(role),
    scopes: null,
    phones: [],
    version: '1',
    expiresAt: null,
    ...fields,
  }
}

/** Nobody in particular, who sees everything in full. */
export const EVERYBODY: Principal = aPrincipal('public', 'display', {
  kind: 'public',
  accountId: null,
  credentialId: null,
  rights: rightsOfRole('display', { numbers: 'all' }),
})

/** Sessions that tests begin, change and end; `callboard_session=<name>` or `Bearer <name>` is all it takes. */
export class FakeAuth implements Auth {
  private readonly people = new Map<string, Principal>()
  private readonly listeners = new Set<() => void>()
  /** Looks at the sessions so far. */
  looks = 0
  /** What nobody in particular may; `null`: nothing. */
  everybody: Principal | null = null

  constructor(...people: Principal[]) {
    for (const one of people) this.people.set(one.credentialId ?? '', one)
  }

  set(principal: Principal): void {
    this.people.set(principal.credentialId ?? '', principal)
  }

  revoke(credentialId: string): void {
    this.people.delete(credentialId)
  }

  /** As this process tells of its own changes. */
  tell(): void {
    for (const listener of this.listeners) listener()
  }

  async check(headers: IncomingHttpHeaders): Promise<Principal | null> {
    const cookie = /(?:^|; )callboard_session=([^;]*)/.exec(headers.cookie ?? '')?.[1]
    const bearer = /^Bearer (.*)$/.exec(headers.authorization ?? '')?.[1]
    const shown = bearer ?? cookie
    return (shown === undefined ? undefined : this.people.get(shown)) ?? this.everybody
  }

  async recheck({ credentialId }: Principal): Promise<Principal | null> {
    return this.people.get(credentialId ?? '') ?? null
  }

  async recheckAll(principals: readonly Principal[]): Promise<ReadonlyMap<string, Principal>> {
    this.looks += 1
    const found = principals.flatMap(({ credentialId }) => this.people.get(credentialId ?? '') ?? [])
    return new Map(found.map((one) => [one.credentialId ?? '', one]))
  }

  onChange(listener: () => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }
}

/** An open wall, whose visitors see everything in full. */
export function openAuth(everybody: Principal = EVERYBODY): FakeAuth {
  const auth = new FakeAuth()
  auth.everybody = everybody
  return auth
}
