import type { HousePart } from '@/lib/domain/house'
import type { Role } from '@/lib/domain/rights'
import type { Config } from '@/server/config'

/** What the identity provider is, and what its word counts for. */
export type OidcConfig = {
  /** Issuer's URL; its metadata is fetched when somebody signs in, never at start. */
  issuer: string
  clientId: string
  /** `null`: a public client; PKCE protects it alone. */
  clientSecret: string | null
  /** On the button. */
  label: string
  /** May a `preferred_username` that equals an account's name link it, when that has no subject yet? */
  linkByName: boolean
  /** Are accounts made for people of the provider who have none? Only with a role that `roles` names. */
  create: boolean
  /** Claim with the person's role or groups; `null`: roles are given here. */
  roleClaim: string | null
  /** Value of that claim → role. The mightiest counts. */
  roles: Readonly<Record<string, Role>>
  /** How long an answer of the provider is waited for; whoever has a password signs in meanwhile. */
  timeoutSeconds: number
}

const OIDC_TIMEOUT_S = 8

/** What sign-in needs of the configuration. */
export type AuthConfig = {
  /** A session ends after so long without use, ms. */
  idleMs: number
  /** A session ends after so long at any rate, ms. */
  lastingMs: number
  /** Holds the key that seals second factors; made, readable by us alone, when it is missing. */
  keyFile: string
  /** Roles that must have a second factor. */
  twoFactor: readonly Role[]
  oidc: OidcConfig | null
  /** Is the wall open to everybody? Queues: with these alone, groups as `@name`. */
  publicWall: boolean | readonly string[]
  /** Does the open wall hide callers' numbers? */
  maskNumbers: boolean
  /** Parts of the house that an open wall shows beside its queues. */
  widgets: readonly HousePart[]
  /** Browsers' origins that are served besides the request's own host. */
  allowedOrigins: readonly string[]
}

export function authConfig({ auth, board, listen }: Config): AuthConfig {
  const { idle, lasting, keyFile, twoFactor, oidc } = auth
  return {
    idleMs: idle * 1000,
    lastingMs: lasting * 1000,
    keyFile,
    twoFactor,
    oidc: oidc === undefined ? null : oidcConfig(oidc),
    publicWall: board.public,
    maskNumbers: board.maskNumbers,
    widgets: board.widgets,
    allowedOrigins: listen.allowedOrigins,
  }
}

function oidcConfig(oidc: NonNullable<Config['auth']['oidc']>): OidcConfig {
  const { issuer, clientId, label, linkByName, roles } = oidc
  return {
    issuer,
    clientId,
    clientSecret: oidc.clientSecret ?? null,
    label,
    linkByName,
    create: oidc.createAccounts,
    roleClaim: oidc.roleClaim ?? null,
    roles,
    timeoutSeconds: OIDC_TIMEOUT_S,
  }
}
