import * as z from 'zod'

/** What the pages of the doors and of one's own account ask the API and are answered. Moments in ms since 1970. */
const moment = z.number()

/** A QR code: `path` is SVG path data in a field of `size` × `size`. */
const qrSchema = z.object({ size: z.number(), path: z.string() })

/** What an authenticator app is given; `sealed` goes back with its first code. */
export const enrolmentSchema = z.object({ secret: z.string(), uri: z.string(), qr: qrSchema, sealed: z.string() })
export type Enrolment = z.infer<typeof enrolmentSchema>

/** `POST /api/v1/welcome/look` with `{token}`: what a one-time link is for; a problem when it is used up or unknown. */
export const welcomeSchema = z.object({
  kind: z.enum(['first-admin', 'invitation', 'reset']),
  /** The account's; `null` for the first admin, who chooses one. */
  name: z.string().nullable(),
  displayName: z.string().nullable(),
})
export type Welcome = z.infer<typeof welcomeSchema>

/** `GET /api/v1/account` */
export const accountSchema = z.object({
  twoFactor: z.boolean(),
  backupCodesLeft: z.number(),
  mustHaveTwoFactor: z.boolean(),
  hasPassword: z.boolean(),
})
export type Account = z.infer<typeof accountSchema>

/** `GET /api/v1/account/sessions` */
export const sessionsSchema = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      /** The one that asks. */
      isCurrent: z.boolean(),
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

/** `POST /api/v1/account/tokens` with `{name, scopes, days: number | null}`: the token itself is told this once. */
export const newTokenSchema = z.object({ id: z.string(), token: z.string() })

/** `POST /api/v1/account/two-factor/confirm` with `{sealed, code}`: codes to sign in with once each, told this once. */
export const backupCodesSchema = z.object({ backupCodes: z.array(z.string()) })
