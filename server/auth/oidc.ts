import * as client from 'openid-client'
import * as z from 'zod'
import { ROLES, type Role } from '@/lib/domain/rights'
import type { AccountRow } from './account'
import type { Accounts } from './accounts'
import { type Actor, recorded } from './actor'
import type { ChangeSignal } from './change-signal'
import type { OidcConfig } from './config'
import { isAccountName } from './names'
import type { AuthParts } from './parts'
import type { Seal } from './seal'
import type { Origin } from './types'

/** From leaving for the provider to coming back. */
const FLOW_MS = 10 * 60_000
const PURPOSE = 'oidc-flow'

const flowSchema = z.object({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  redirectUri: z.string(),
  next: z.string().nullable(),
  until: z.number(),
})
type Flow = z.infer<typeof flowSchema>

/** Why the company's account did not help; the sign-in page says it by this code. */
export class OidcError extends Error {
  constructor(
    readonly code: 'unreachable' | 'flow' | 'refused' | 'unknown' | 'disabled',
    options?: ErrorOptions,
  ) {
    super(code, options)
  }
}

type Services = { accounts: Accounts; seal: Seal; signal: ChangeSignal }

/** Sign-in by an identity provider (OpenID Connect: code flow with PKCE, state and nonce). */
export class Oidc {
  #configuration: Promise<client.Configuration> | null = null

  constructor(
    private readonly parts: AuthParts,
    private readonly config: OidcConfig,
    private readonly services: Services,
  ) {}

  get label(): string {
    return this.config.label
  }

  /** Where to send the browser, and what it has to keep, sealed, until it comes back. */
  async begin(redirectUri: string, next: string | null): Promise<{ url: string; sealed: string; maxAgeMs: number }> {
    const configuration = await this.discover()
    const flow: Flow = {
      state: client.randomState(),
      nonce: client.randomNonce(),
      verifier: client.randomPKCECodeVerifier(),
      redirectUri,
      next,
      until: this.parts.clock.now() + FLOW_MS,
    }
    const url = client.buildAuthorizationUrl(configuration, {
      redirect_uri: redirectUri,
      scope: 'openid profile',
      state: flow.state,
      nonce: flow.nonce,
      code_challenge: await client.calculatePKCECodeChallenge(flow.verifier),
      code_challenge_method: 'S256',
    })
    return { url: url.href, sealed: this.services.seal.close(JSON.stringify(flow), PURPOSE), maxAgeMs: FLOW_MS }
  }

  /** Whom the provider sent back. `query`: of the callback's address. Throws an `OidcError`. */
  async finish(
    query: string,
    sealed: string | null,
    origin: Origin,
  ): Promise<{ row: AccountRow; next: string | null }> {
    const flow = this.openFlow(sealed)
    if (flow === null) throw new OidcError('flow')
    const claims = await this.claims(flow, query)
    const row = await this.accountOf(claims, origin)
    if (row.is_disabled) throw new OidcError('disabled')
    return { row, next: flow.next }
  }

  private openFlow(sealed: string | null): Flow | null {
    const text = sealed === null ? null : this.services.seal.open(sealed, PURPOSE)
    if (text === null) return null
    const flow = flowSchema.parse(JSON.parse(text))
    return flow.until > this.parts.clock.now() ? flow : null
  }

  private async claims(flow: Flow, query: string): Promise<client.IDToken> {
    const configuration = await this.discover()
    const url = new URL(flow.redirectUri)
    url.search = query
    try {
      const answer = await client.authorizationCodeGrant(configuration, url, {
        expectedState: flow.state,
        expectedNonce: flow.nonce,
        pkceCodeVerifier: flow.verifier,
        idTokenExpected: true,
      })
      const claims = answer.claims()
      if (claims === undefined) throw new Error('the provider gave no identity')
      return claims
    } catch (error) {
      this.parts.log.warn({ err: error }, 'the identity provider let nobody in')
      throw new OidcError('refused', { cause: error })
    }
  }

  /** Fetched when it is needed, and again after a failure. */
  private async discover(): Promise<client.Configuration> {
    const { issuer, clientId, clientSecret, timeoutSeconds } = this.config
    const authentication = clientSecret === null ? client.None() : client.ClientSecretPost(clientSecret)
    // A provider without TLS is one of a test or of the same machine; the configuration says so in plain sight.
    const execute = issuer.startsWith('http://') ? [client.allowInsecureRequests] : []
    const options = { timeout: timeoutSeconds, execute }
    this.#configuration ??= client.discovery(new URL(issuer), clientId, {}, authentication, options)
    try {
      return await this.#configuration
    } catch (error) {
      this.#configuration = null
      this.parts.log.warn({ err: error }, 'the identity provider does not answer')
      throw new OidcError('unreachable', { cause: error })
    }
  }

  /** By subject; else by name, where the configuration allows it; else a new account, where it allows that. */
  private async accountOf(claims: client.IDToken, origin: Origin): Promise<AccountRow> {
    const { accounts } = this.services
    const linked = await this.bySubject(claims.sub)
    const role = this.roleOf(claims)
    // Where roles are the provider's to give, whoever has none any more does not keep the old one.
    if (this.config.roleClaim !== null && role === null) throw new OidcError('unknown')
    const name = typeof claims.preferred_username === 'string' ? claims.preferred_username : null
    const by: Actor = { accountId: null, name: 'identity provider', origin }
    const row = linked ?? (await this.byName(name, claims.sub, by)) ?? (await this.make(claims, name, role, by))
    if (role !== null && role !== row.role) await accounts.change(row.id, { role }, by)
    const now = await accounts.row(row.id)
    if (!now) throw new OidcError('unknown')
    return now
  }

  private async bySubject(subject: string): Promise<AccountRow | undefined> {
    const { db } = this.parts.database
    return db.selectFrom('accounts').selectAll().where('oidc_subject', '=', subject).executeTakeFirst()
  }

  private async byName(name: string | null, subject: string, by: Actor): Promise<AccountRow | null> {
    if (!this.config.linkByName || name === null) return null
    const row = await this.services.accounts.rowByName(name)
    if (!row) return null
    if (row.oidc_subject !== null) throw new OidcError('unknown')
    await this.link(row, subject, by)
    return row
  }

  private async make(claims: client.IDToken, name: string | null, role: Role | null, by: Actor): Promise<AccountRow> {
    if (!this.config.create || role === null || name === null || !isAccountName(name)) throw new OidcError('unknown')
    const { accounts } = this.services
    if (await accounts.rowByName(name)) throw new OidcError('unknown')
    const displayName = typeof claims.name === 'string' ? claims.name.slice(0, 100) : name
    const made = await accounts.create({ name, displayName, role, queues: null, numbers: null, overrides: [] }, by)
    const row = await accounts.row(made.id)
    if (!row) throw new OidcError('unknown')
    await this.link(row, claims.sub, by)
    return row
  }

  private async link(row: AccountRow, subject: string, by: Actor): Promise<void> {
    const { database, audit } = this.parts
    await recorded(audit, by, { action: 'account.linked', target: row.name }, () =>
      database.db
        .updateTable('accounts')
        .set({ oidc_subject: subject })
        .where('id', '=', row.id)
        .where('oidc_subject', 'is', null)
        .execute(),
    )
    this.services.signal.changed()
  }

  /** The mightiest of the roles that the claim's values stand for; `null`: roles are not the provider's to give. */
  private roleOf(claims: client.IDToken): Role | null {
    const { roleClaim, roles } = this.config
    if (roleClaim === null) return null
    const values = z.array(z.string()).safeParse([claims[roleClaim]].flat()).data ?? []
    const given = values.flatMap((value) => (Object.hasOwn(roles, value) ? [roles[value]] : []))
    return ROLES.find((role) => given.includes(role)) ?? null
  }
}
