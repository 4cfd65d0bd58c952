/** What an account is for. A display only looks: a television, mostly. */
export const ROLES = ['admin', 'supervisor', 'agent', 'display'] as const
export type Role = (typeof ROLES)[number]

/**
 * What one may do. Those of `QUEUE_PERMISSIONS` are given per queue; the others for the whole house. Nobody needs a
 * permission for one's own phone's calls but `own.calls`, and for one's own membership but `own.queues` and `own.pause`.
 */
export const QUEUE_PERMISSIONS = [
  /** Pause and unpause agents. */
  'agents.pause',
  /** Add agents to queues and remove them. */
  'agents.membership',
  /** Penalty and ring-in-use. */
  'agents.penalty',
  /** Move a waiting caller: up, by priority, to another queue or extension. */
  'callers.move',
  /** Take a waiting caller to one's own phone. */
  'callers.take',
  /** Withdraw a waiting caller or hang up. */
  'callers.end',
  'calls.hangUp',
  /** Blind and attended transfer, moving both parties to a conference. */
  'calls.transfer',
  /** Park, and fetch who is parked. */
  'calls.park',
  /** Set a time limit. */
  'calls.limit',
  'calls.record',
  'calls.listen',
  'calls.whisper',
  'calls.barge',
  'queues.reset',
  'queues.reload',
] as const
export const HOUSE_PERMISSIONS = [
  /** Click-to-call from one's own phone. */
  'dial',
  'own.calls',
  'own.queues',
  'own.pause',
  'audit.read',
  /** The parts of the house besides queues (`lib/domain/house.ts`): who looks at its phones, parking lots and so on. */
  'phones.see',
  'parking.see',
  'conferences.see',
  'mailboxes.see',
  'trunks.see',
  /** Take a call that rings at somebody else's phone. */
  'phones.pickUp',
  /** Mute, remove, lock, record and invite. */
  'conferences.run',
  /** Check a trunk, register anew or no more. */
  'trunks.run',
  /** Visits and reports, of the queues that one sees. */
  'history.see',
  /** What the wall showed in the past, of the queues that one sees. */
  'replay.see',
  /** See who was lost in the queues that one looks after, claim them, call back, and say that it is done. */
  'lost.handle',
  /** The AMI console: any action that the configuration allows. */
  'console',
  /** People, rights, phones, settings, tokens. */
  'admin',
] as const
export const PERMISSIONS = [...QUEUE_PERMISSIONS, ...HOUSE_PERMISSIONS] as const
export type QueuePermission = (typeof QUEUE_PERMISSIONS)[number]
export type HousePermission = (typeof HOUSE_PERMISSIONS)[number]
export type Permission = (typeof PERMISSIONS)[number]

/** Names of queues as Asterisk has them; `null`: all queues, those to come included. */
export type QueueScope = readonly string[] | null

/** Whose numbers one may see in full: everybody's, those of the calls at one's own phone, nobody's. */
export const NUMBER_RIGHTS = ['all', 'own', 'none'] as const
export type NumberRights = (typeof NUMBER_RIGHTS)[number]

/** What somebody may see and do, groups of queues resolved to their queues. */
export type AccountRights = {
  role: Role
  /** Queues whose callers, members and calls one sees. */
  queues: QueueScope
  numbers: NumberRights
  /** Absent: not allowed. For a house permission the scope is `null`. */
  permissions: Readonly<Partial<Record<Permission, QueueScope>>>
}

const OWN = ['dial', 'own.calls', 'own.queues', 'own.pause'] as const
const SEEING = ['phones.see', 'parking.see', 'conferences.see', 'mailboxes.see', 'trunks.see'] as const

/** What a role may do unless the account says otherwise. */
export const PERMISSIONS_OF_ROLE: Readonly<Record<Role, readonly Permission[]>> = {
  admin: PERMISSIONS,
  supervisor: [
    ...QUEUE_PERMISSIONS,
    ...OWN,
    ...SEEING,
    'phones.pickUp',
    'conferences.run',
    'history.see',
    'replay.see',
    'lost.handle',
  ],
  agent: [...OWN, 'phones.see', 'parking.see', 'phones.pickUp', 'lost.handle'],
  display: SEEING,
}

export const NUMBERS_OF_ROLE: Readonly<Record<Role, NumberRights>> = {
  admin: 'all',
  supervisor: 'all',
  agent: 'own',
  display: 'none',
}

/** May one do it at all, in whatever queue? */
export function may(rights: Pick<AccountRights, 'permissions'>, permission: Permission): boolean {
  return rights.permissions[permission] !== undefined
}

/** May one do it to this queue (Asterisk's name)? `null`: to something that belongs to no queue, which needs all. */
export function mayIn(
  rights: Pick<AccountRights, 'permissions'>,
  permission: QueuePermission,
  queue: string | null,
): boolean {
  const scope = rights.permissions[permission]
  return scope !== undefined && inScope(scope, queue)
}

/** Whose desk is the supervisor's: by role, or an agent whom some queue was entrusted. */
export function supervises(rights: Pick<AccountRights, 'role' | 'permissions'>): boolean {
  return ['admin', 'supervisor'].includes(rights.role) || QUEUE_PERMISSIONS.some((one) => may(rights, one))
}

/** Asterisk compares names of queues without case (app_queue.c, `queue_cmp_cb`). */
export function inScope(scope: QueueScope, queue: string | null): boolean {
  if (scope === null) return true
  if (queue === null) return false
  const name = queue.toLowerCase()
  return scope.some((one) => one.toLowerCase() === name)
}
