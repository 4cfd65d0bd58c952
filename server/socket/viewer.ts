import type { Viewer } from '@/lib/protocol/viewer'
import type { Principal } from '@/server/auth/types'

/** What pages are told of whoever looks at them. */
export function viewerOf({ kind, accountId, displayName, rights, phones }: Principal): Viewer {
  return {
    kind: kind === 'public' ? 'public' : 'account',
    id: accountId,
    name: displayName,
    role: rights.role,
    queues: rights.queues && [...rights.queues],
    numbers: rights.numbers,
    permissions: Object.fromEntries(
      Object.entries(rights.permissions).map(([permission, scope]) => [permission, scope && [...scope]]),
    ),
    phones: [...phones],
  }
}
