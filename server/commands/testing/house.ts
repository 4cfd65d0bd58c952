import { randomUUID } from 'node:crypto'
import { pbxName } from '@/lib/domain/ids'
import { type AccountRights, NUMBERS_OF_ROLE, PERMISSIONS_OF_ROLE, type Role } from '@/lib/domain/rights'
import { type CommandInput, commandSchema } from '@/lib/protocol/commands'
import type { Receipt } from '@/lib/protocol/receipts'
import type { Phone } from '@/lib/protocol/viewer'
import { createAmiConnection } from '@/server/ami/connection'
import type { AuditEntry } from '@/server/audit/types'
import type { Principal } from '@/server/auth/types'
import { systemClock } from '@/server/clock'
import type { EffectiveSettings } from '@/server/settings/types'
import { startSimulator } from '@/server/simulator/simulator'
import { createLiveStore } from '@/server/store/live-store'
import { createPbxSession } from '@/server/store/pbx-session'
import { createCommands } from '../commands'
import type { Handlers } from '../handler'
import { createPbxDoor } from '../pbx-door'
import type { Reversion } from '../reversions'

const PBX = pbxName('demo')
export const SILENT = { info() {}, warn() {}, error() {}, debug() {} }

/** Settings of a house where all is configured. */
export const SETTINGS: EffectiveSettings = {
  pauseReasons: [{ name: 'lunch', limitSeconds: 1800 }],
  freePauseReason: true,
  dial: {
    context: 'internal',
    country: 'DE',
    format: 'national',
    prefix: '',
    extensionDigits: 4,
    allow: [],
    countries: [],
    deny: [],
    callerId: null,
    ringSeconds: 30,
    autoAnswer: null,
    perMinute: 6,
    perHour: 60,
    atOnce: 2,
    perMinuteOverall: 30,
  },
  routes: {
    queueExtens: { support: 'support@internal', sales: 'sales@internal', billing: 'billing@internal' },
    transferContext: null,
    conference: '9{id}@conferences',
    parkingContext: 'parkedcalls',
    recordingFile: 'board-{date}-{id}.wav',
  },
  crmLink: null,
  thresholds: {},
  queueGroups: {},
}

/** Somebody of a role, with the role's rights in all queues or those named. */
export function somebody(
  role: Role,
  more: { name?: string; queues?: AccountRights['queues']; phones?: Phone[] } = {},
): Principal {
  const { name = role, queues = null, phones = [] } = more
  const permissions = Object.fromEntries(PERMISSIONS_OF_ROLE[role].map((permission) => [permission, queues]))
  return {
    kind: 'session',
    accountId: name,
    name,
    displayName: name,
    credentialId: name,
    rights: { role, queues, numbers: NUMBERS_OF_ROLE[role], permissions },
    scopes: null,
    phones,
    version: '1',
    expiresAt: null,
  }
}

export function phoneOf(extension: string): Phone {
  return { pbx: PBX, interface: `PJSIP/${extension}`, exten: extension, label: null }
}

/** A simulated PBX at a fixed moment, with everything behind it that commands need. */
export async function openHouse(handlers: Handlers, settings: EffectiveSettings = SETTINGS) {
  const simulator = await startSimulator({ freeze: '4' })
  const clock = systemClock
  const store = createLiveStore({ clock, flushMs: 10 })
  const { port, username, secret } = simulator
  const connection = createAmiConnection({ host: '127.0.0.1', port, username, secret })
  const known = () => ({ label: '', wrapUpSeconds: 0, limits: NO_LIMITS })
  const named = (queue: string) => ({ ...known(), label: queue })
  const session = createPbxSession({ pbx: PBX, connection, store, clock, settings: named, demo: true, log: SILENT })
  const door = createPbxDoor({ connection, session, store })
  const audit: AuditEntry[] = []
  const reversions: Reversion[] = []
  const state = { auditFails: false }
  const commands = createCommands({
    handlers,
    doors: new Map([[PBX, door]]),
    store,
    settings: { current: settings },
    audit: {
      async write(entry) {
        if (state.auditFails) throw new Error('disk full')
        audit.push(entry)
        return { ...entry, seq: audit.length, at: clock.now(), hash: '' }
      },
    },
    reversions: { add: async (what) => void reversions.push(...what), supersede: async () => {} },
    clock,
    log: SILENT,
  })
  session.start()
  await until(() => door.isLive && door.offers('QueuePause'))
  return {
    ...{ simulator, store, door, commands, audit, reversions, state },
    /** Has it done and waits for its end. */
    async did(by: Principal, input: CommandInput, id: string = randomUUID()): Promise<Receipt> {
      await commands.run(by, id, commandSchema.parse(input), { address: '127.0.0.1', via: 'page' })
      await until(() => commands.receipt(by.accountId ?? '', id)?.state !== 'underway')
      return commands.receipt(by.accountId ?? '', id) as Receipt
    },
    async close() {
      await commands.close()
      door.close()
      await session.close()
      store.close()
      await simulator.close()
    },
  }
}

export type House = Awaited<ReturnType<typeof openHouse>>

const NO_LIMITS = {
  waitWarning: null,
  waitCritical: null,
  waitingWarning: null,
  waitingCritical: null,
  levelWarning: null,
  levelCritical: null,
}

/** Looks again at every turn of the event loop until it is so. */
export async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setImmediate(resolve))
}
