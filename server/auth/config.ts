import type { Role } from '@/lib/domain/rights'

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
}

/** What sign-in needs of the configuration. */
export type AuthConfig = {
  /** Holds the key that seals second factors; made, readable by us alone, when it is missing. */
  keyFile: string
  /** Roles that must have a second factor. */
  twoFactor: readonly Role[]
  oidc: OidcConfig | null
  /** Is the wall open to everybody? Queues: with these alone, groups as `@name`. */
  publicWall: boolean | readonly string[]
  /** Does the open wall hide callers' numbers? */
  maskNumbers: boolean
  /** Browsers' origins that are served besides the request's own host. */
  allowedOrigins: readonly string[]
}
