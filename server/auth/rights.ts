import * as z from 'zod'
import { type HousePart, permissionOf } from '@/lib/domain/house'
import {
  type AccountRights,
  NUMBERS_OF_ROLE,
  type NumberRights,
  PERMISSIONS,
  PERMISSIONS_OF_ROLE,
  type Permission,
  QUEUE_PERMISSIONS,
  type QueueScope,
  type Role,
} from '@/lib/domain/rights'

/** Queues by Asterisk's names, groups as `@name`; `null`: all. */
export const givenQueuesSchema = z.array(z.string().min(1).max(200)).max(1000).nullable()
/** Where an account differs from its role. `queues` narrows a permission further; `null`: the account's queues. */
export const overrideSchema = z.strictObject({
  permission: z.enum(PERMISSIONS),
  allowed: z.boolean(),
  queues: givenQueuesSchema,
})
type RightsOverride = z.infer<typeof overrideSchema>

/** Rights as they are given to an account. */
export type GivenRights = {
  role: Role
  queues: QueueScope
  /** `null`: by role. */
  numbers: NumberRights | null
  overrides: readonly RightsOverride[]
}
export type QueueGroups = Readonly<Record<string, readonly string[]>>

const ofQueues: ReadonlySet<Permission> = new Set(QUEUE_PERMISSIONS)

/**
 * What an account may see and do: its role's defaults in its queues, changed by its overrides. No override reaches beyond
 * the queues that the account sees.
 */
export function accountRights(given: GivenRights, groups: QueueGroups): AccountRights {
  const queues = resolve(given.queues, groups)
  const permissions: Partial<Record<Permission, QueueScope>> = {}
  const give = (permission: Permission, scope: QueueScope) => {
    permissions[permission] = ofQueues.has(permission) ? scope : null
  }
  for (const permission of PERMISSIONS_OF_ROLE[given.role]) give(permission, queues)
  for (const { permission, allowed, queues: narrower } of given.overrides) {
    if (allowed) give(permission, both(queues, resolve(narrower, groups)))
    else delete permissions[permission]
  }
  return { role: given.role, queues, numbers: given.numbers ?? NUMBERS_OF_ROLE[given.role], permissions }
}

/** A group that is no more has no queues: a right is rather lost than widened. */
function resolve(given: QueueScope, groups: QueueGroups): QueueScope {
  if (given === null) return null
  const names = given.flatMap((entry) => (entry.startsWith('@') ? queuesOf(entry.slice(1), groups) : [entry]))
  const byFolded = new Map(names.map((name) => [name.toLowerCase(), name]))
  return [...byFolded.values()].sort()
}

function queuesOf(group: string, groups: QueueGroups): readonly string[] {
  return Object.hasOwn(groups, group) ? (groups[group] ?? []) : []
}

function both(one: QueueScope, other: QueueScope): QueueScope {
  if (one === null) return other
  if (other === null) return one
  const folded = new Set(other.map((name) => name.toLowerCase()))
  return one.filter((name) => folded.has(name.toLowerCase()))
}

/** Nothing but looking, for whoever passes by an open wall: at its queues, and at the parts of the house put beside them. */
export function publicRights(
  queues: QueueScope,
  numbers: NumberRights,
  groups: QueueGroups,
  parts: readonly HousePart[],
): AccountRights {
  const permissions = Object.fromEntries(parts.map((part) => [permissionOf(part), null]))
  return { role: 'display', queues: resolve(queues, groups), numbers, permissions }
}
