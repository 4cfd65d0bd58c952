import type { AuthConfig } from '@/server/auth/config'
import type { Config } from '@/server/config'

/** What the configuration says of sign-in, as sign-in reads it. */
export function authConfig({ auth, board, listen }: Config): AuthConfig {
  return {
    keyFile: auth.keyFile,
    twoFactor: auth.twoFactor,
    oidc: auth.oidc ? oidcConfig(auth.oidc) : null,
    publicWall: board.public,
    maskNumbers: board.maskNumbers,
    allowedOrigins: listen.allowedOrigins,
  }
}

function oidcConfig(oidc: NonNullable<Config['auth']['oidc']>): AuthConfig['oidc'] {
  const { issuer, clientId, clientSecret = null, label, linkByName, createAccounts, roleClaim = null, roles } = oidc
  return { issuer, clientId, clientSecret, label, linkByName, create: createAccounts, roleClaim, roles }
}
