import type { Auth, Principal } from '@/server/auth/types'
import type { Config } from '@/server/config'

/** Until accounts are composed: whoever reaches us sees the wall. */
export async function openPeople(config: Config) {
  const everybody: Principal = {
    kind: 'public',
    accountId: null,
    name: 'public',
    displayName: 'public',
    credentialId: null,
    rights: { role: 'display', queues: null, numbers: config.board.maskNumbers ? 'none' : 'all', permissions: {} },
    scopes: null,
    phones: [],
    version: '1',
    expiresAt: null,
  }
  const same = async () => everybody
  const auth: Auth = { check: same, recheck: same, recheckAll: async () => new Map(), onChange: () => () => {} }
  return { auth, ping: async () => {}, close: async () => {} }
}

export type People = Awaited<ReturnType<typeof openPeople>>
