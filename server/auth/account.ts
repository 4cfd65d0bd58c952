import * as z from 'zod'
import { NUMBER_RIGHTS, ROLES } from '@/lib/domain/rights'
import type { Tables } from '@/server/db/tables'
import { type GivenRights, givenQueuesSchema, overrideSchema } from './rights'

export type AccountRow = Tables['accounts']

/** An account as administrators see it: no hash, no secret. */
export type Account = GivenRights & {
  id: string
  name: string
  displayName: string
  isDisabled: boolean
  hasPassword: boolean
  hasTwoFactor: boolean
  hasOidc: boolean
  createdAt: number
  changedAt: number
}

const roleSchema = z.enum(ROLES)
const numbersSchema = z.enum(NUMBER_RIGHTS).nullable()
const queuesSchema = givenQueuesSchema
const overridesSchema = z.array(overrideSchema).max(200)

/** What is set of an account; parsed, as it may come from a browser. */
export const accountRightsSchema = z.strictObject({
  role: roleSchema,
  queues: queuesSchema,
  numbers: numbersSchema,
  overrides: overridesSchema,
})

export function accountOf(row: AccountRow): Account {
  return {
    id: row.id,
    name: row.name,
    displayName: row.display_name,
    ...givenRightsOf(row),
    isDisabled: row.is_disabled !== 0,
    hasPassword: row.password_hash !== null,
    hasTwoFactor: row.totp_secret !== null,
    hasOidc: row.oidc_subject !== null,
    createdAt: row.created_at,
    changedAt: row.changed_at,
  }
}

/** Throws when the database holds what no version of ours wrote: then nobody gets rights by a guess. */
export function givenRightsOf(row: Pick<AccountRow, 'role' | 'queues' | 'numbers' | 'overrides'>): GivenRights {
  return accountRightsSchema.parse({
    role: row.role,
    queues: JSON.parse(row.queues),
    numbers: row.numbers,
    overrides: JSON.parse(row.overrides),
  })
}

export function rightsColumns({ role, queues, numbers, overrides }: GivenRights) {
  return { role, queues: JSON.stringify(queues), numbers, overrides: JSON.stringify(overrides) }
}
