import { z } from 'zod'
import { ROLES } from '@/lib/domain/rights'
import type { EffectiveSettings } from '@/server/settings/types'
import { settingSchemas } from '@/server/settings/values'
import { duration, flag, oneOf, text } from './fields'

const DAY_S = 86_400

/** The company's identity provider (OpenID Connect). */
const oidc = z.strictObject({
  issuer: text('the address of the identity provider, such as https://id.example.net', /^https?:\/\/\S+$/),
  clientId: text('our name at the identity provider'),
  clientSecret: text('our secret at the identity provider').optional(),
  clientSecretFile: text('the path of a file with that secret').optional(),
  label: text('what stands on the button').default('Company account'),
  linkByName: flag().default(false),
  createAccounts: flag().default(false),
  roleClaim: text('the claim with roles or groups').optional(),
  roles: z.record(z.string(), oneOf(ROLES), { error: 'roles by the values of the claim' }).default({}),
})

/** Sign-in. Durations end a session after so long without a request, and at any rate. */
export const auth = z.strictObject({
  idle: duration().default(12 * 3600),
  lasting: duration().default(30 * DAY_S),
  keyFile: text('the path of the file with the key that seals second factors').optional(),
  twoFactor: z.array(oneOf(ROLES), { error: 'a list of roles' }).default([]),
  oidc: oidc.optional(),
})

/** `true`, or the queues that an open wall shows. */
export const publicWall = z.union([z.boolean(), z.array(text("a queue's name in Asterisk"))], {
  error: 'true, false or a list of queues',
})

const { pauseReasons, freePauseReason, dial, routes, crmLink, queueGroups } = settingSchemas

/** What administrators may set, too; what the file says is fixed. Limits of queues stand with the queues. */
export const house = {
  pauseReasons: pauseReasons.optional(),
  freePauseReason: freePauseReason.optional(),
  dial: dial.optional(),
  routes: routes.optional(),
  crmLink: crmLink.optional(),
  queueGroups: queueGroups.optional(),
}

type HouseInFile = z.infer<z.ZodObject<typeof house>>

/** The settings that the file fixes; of a group that it names in part, the rest is as by default. */
export function fixedSettings(file: HouseInFile): Partial<EffectiveSettings> {
  const named = Object.keys(house).flatMap((name) => {
    const value = file[name as keyof HouseInFile]
    return value === undefined ? [] : [[name, value] as const]
  })
  return Object.fromEntries(named)
}
