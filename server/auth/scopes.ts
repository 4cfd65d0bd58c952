import type { AccountRights, Permission, QueueScope } from '@/lib/domain/rights'
import { unreachable } from '@/lib/unreachable'
import type { TokenScope } from './types'

/** A token's rights: its account's, as far as its scopes reach. `null`: all of them. */
export function limitToScopes(rights: AccountRights, scopes: readonly TokenScope[] | null): AccountRights {
  if (scopes === null) return rights
  const entries = Object.entries(rights.permissions) as [Permission, QueueScope][]
  const kept = entries.filter(([permission]) => scopes.includes(scopeOf(permission)))
  return { ...rights, permissions: Object.fromEntries(kept) }
}

/** Which scope a permission needs. What only looks needs `read`, which the API asks for everywhere. */
function scopeOf(permission: Permission): TokenScope {
  switch (permission) {
    case 'dial':
      return 'dial'
    case 'admin':
    case 'audit.read':
    case 'console':
      return 'admin'
    case 'phones.see':
    case 'parking.see':
    case 'conferences.see':
    case 'mailboxes.see':
    case 'trunks.see':
    case 'history.see':
    case 'replay.see':
    case 'lost.handle':
      return 'read'
    case 'agents.pause':
    case 'agents.membership':
    case 'agents.penalty':
    case 'callers.move':
    case 'callers.take':
    case 'callers.end':
    case 'calls.hangUp':
    case 'calls.transfer':
    case 'calls.park':
    case 'calls.limit':
    case 'calls.record':
    case 'calls.listen':
    case 'calls.whisper':
    case 'calls.barge':
    case 'queues.reset':
    case 'queues.reload':
    case 'phones.pickUp':
    case 'conferences.run':
    case 'trunks.run':
    case 'own.calls':
    case 'own.queues':
    case 'own.pause':
      return 'act'
    default:
      return unreachable(permission)
  }
}
