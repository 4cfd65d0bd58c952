import * as z from 'zod'
import { NUMBER_RIGHTS, PERMISSIONS, ROLES } from '@/lib/domain/rights'
import { phoneSchema } from '@/lib/protocol/viewer'

/** People as administrators see and change them: `/api/v1/admin/accounts`. No password and no secret ever crosses. */
const moment = z.number().describe('Milliseconds since 1970, UTC')
const MAX_PHONES = 20

/** Queues by Asterisk's names, groups as `@name`; `null`: all. */
const givenQueuesSchema = z.array(z.string().min(1).max(200)).max(1000).nullable()

/** Where an account differs from its role. `queues` narrows a permission further; `null`: the account's queues. */
const overrideSchema = z.strictObject({
  permission: z.enum(PERMISSIONS),
  allowed: z.boolean(),
  queues: givenQueuesSchema,
})
export type Override = z.infer<typeof overrideSchema>

/** `PJSIP/101`: what Asterisk calls a phone. Nothing that could end a header or begin another destination. */
const INTERFACE = /^[A-Za-z][A-Za-z0-9_]{0,31}\/[^\s,;|&"'()\p{C}]{1,160}$/u
const EXTEN = /^[0-9A-Za-z*#+_.-]{1,40}$/

const givenPhoneSchema = z.strictObject({
  pbx: z.string().regex(/^[a-z0-9-]{1,32}$/, 'expected the name of a PBX'),
  interface: z.string().regex(INTERFACE, 'expected an interface such as PJSIP/101'),
  exten: z.string().regex(EXTEN, 'expected an extension such as 101').nullable(),
  label: z.string().trim().max(60).nullable(),
})

/** Phones in the order of preference. */
const phonesSchema = z
  .array(givenPhoneSchema)
  .max(MAX_PHONES)
  .superRefine((phones, context) => {
    const seen = new Set<string>()
    for (const [index, { pbx, interface: name }] of phones.entries()) {
      const key = `${pbx}:${name.toLowerCase()}`
      if (seen.has(key)) {
        context.addIssue({ code: 'custom', path: [index, 'interface'], message: 'this phone is named twice' })
      }
      seen.add(key)
    }
  })

const given = {
  name: z.string().trim().min(1).max(64),
  displayName: z.string().trim().max(100),
  role: z.enum(ROLES),
  queues: givenQueuesSchema,
  /** `null`: by role. */
  numbers: z.enum(NUMBER_RIGHTS).nullable(),
  overrides: z.array(overrideSchema).max(200),
}

/** `POST`: a new account. */
export const newAccountSchema = z.strictObject({ ...given, phones: phonesSchema })
export type NewAccount = z.infer<typeof newAccountSchema>

/** `PUT`: the whole account, and the `changedAt` of the one it was made from, so that nothing is overwritten unseen. */
export const accountChangeSchema = z.strictObject({
  ...given,
  phones: phonesSchema,
  isDisabled: z.boolean(),
  changedAt: moment,
})
export type AccountChange = z.infer<typeof accountChangeSchema>

export const adminAccountSchema = z.object({
  id: z.string(),
  ...given,
  phones: z.array(phoneSchema),
  isDisabled: z.boolean(),
  hasPassword: z.boolean(),
  hasTwoFactor: z.boolean(),
  hasOidc: z.boolean(),
  createdAt: moment,
  changedAt: moment,
})
export type AdminAccount = z.infer<typeof adminAccountSchema>
export const adminAccountsSchema = z.object({ items: z.array(adminAccountSchema) })

/** A one-time link; its path is told this once. */
export const welcomeLinkSchema = z.object({ path: z.string(), expiresAt: moment })
export type WelcomeLink = z.infer<typeof welcomeLinkSchema>
export const createdAccountSchema = z.object({ account: adminAccountSchema, link: welcomeLinkSchema })
