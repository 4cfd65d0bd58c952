import * as z from 'zod'

/** What the sign-in page and one's own account page ask the API and are answered. Moments in ms since 1970. */
const moment = z.number()

/** `GET /api/v1/session/ways`: how one can sign in besides by password; `oidc`: what to call the company's account. */
export const waysSchema = z.object({ oidc: z.string().nullable() })
export type Ways = z.infer<typeof waysSchema>

/** `GET /api/v1/account/sessions` */
export const sessionsSchema = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      /** The one that asks. */
      current: z.boolean(),
      createdAt: moment,
      seenAt: moment,
      expiresAt: moment,
      address: z.string(),
      userAgent: z.string(),
    }),
  ),
})
export type OwnSession = z.infer<typeof sessionsSchema>['items'][number]

export const TOKEN_USES = ['read', 'dial', 'act', 'admin'] as const
export type TokenUse = (typeof TOKEN_USES)[number]

/** `GET /api/v1/account/tokens` */
export const tokensSchema = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      scopes: z.array(z.enum(TOKEN_USES)),
      createdAt: moment,
      usedAt: moment.nullable(),
      expiresAt: moment.nullable(),
    }),
  ),
})
export type OwnToken = z.infer<typeof tokensSchema>['items'][number]

/** `POST /api/v1/account/tokens` with `{name, scopes, expiresAt: moment | null}`: the token itself is told this once. */
export const newTokenSchema = z.object({ id: z.string(), token: z.string() })

/** `GET /api/v1/account/two-factor` */
export const twoFactorSchema = z.object({ on: z.boolean(), backupCodesLeft: z.number() })

/** `POST /api/v1/account/two-factor/begin`: for an authenticator app; `uri` begins with `otpauth://`. */
export const twoFactorBeginSchema = z.object({ secret: z.string(), uri: z.string() })

/** `POST /api/v1/account/two-factor/confirm` with `{code}`: codes to sign in with once each, told this once. */
export const backupCodesSchema = z.object({ backupCodes: z.array(z.string()) })
