import { AmiError } from '@/server/ami/ami-error'
import type { CountedAmiConnection } from '@/server/ami/connection'
import type { AmiStats } from '@/server/ami/options'
import { MemoryAudit } from '@/server/auth/testing/memory-audit'
import { systemClock } from '@/server/clock'
import { accountOf } from '../account'
import { type Console, createConsole } from '../console'

/** A console whose PBX refuses the login: for what needs one and asks nothing of it. */
export function consoleWithoutPbx(): Console {
  return createConsole({
    ...{ pbx: 'main', label: 'Main', secret: 'secret', allowed: [], readCatalogue: async () => [] },
    account: accountOf({ host: '127.0.0.1', port: 5038, username: 'callboard', secret: 'secret' }),
    connect: refusedConnection,
    audit: new MemoryAudit(),
    clock: systemClock,
    onError: () => undefined,
  })
}

function refusedConnection(): CountedAmiConnection {
  const refuse = () => Promise.reject(new AmiError('login-refused', 'No'))
  return {
    status: { state: 'refused', error: 'No', attempt: 1, nextTryAt: 0 },
    ...{ heardAt: null, delayMs: null, way: { way: 'tcp', encrypted: false, limits: [] } },
    start: () => undefined,
    close: async () => undefined,
    send: refuse,
    list: refuse,
    restart: () => undefined,
    subscribe: () => () => undefined,
    stats: () => ({ lostMessages: 0 }) as AmiStats,
  }
}
