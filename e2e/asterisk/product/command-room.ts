import { randomUUID } from 'node:crypto'
import { pbxName } from '@/lib/domain/ids'
import { type CommandInput, commandSchema } from '@/lib/protocol/commands'
import type { Receipt } from '@/lib/protocol/receipts'
import { createAmiConnection } from '@/server/ami/connection'
import type { AuditEntry } from '@/server/audit/types'
import type { Principal } from '@/server/auth/types'
import { systemClock } from '@/server/clock'
import { createCommands } from '@/server/commands/commands'
import type { Handlers } from '@/server/commands/handler'
import { createPbxDoor } from '@/server/commands/pbx-door'
import { createReversions } from '@/server/commands/reversions'
import { SETTINGS } from '@/server/commands/testing/house'
import { createLog } from '@/server/log'
import type { EffectiveSettings } from '@/server/settings/types'
import { createLiveStore } from '@/server/store/live-store'
import { createPbxSession } from '@/server/store/pbx-session'
import { openSqlite } from '@/server/testing/databases'
import { expect } from '../fixtures'
import type { Asterisk } from '../rig/asterisk'

const PBX = pbxName('lab')
const NO_LIMITS = {
  ...{ waitWarning: null, waitCritical: null, waitingWarning: null, waitingCritical: null },
  ...{ levelWarning: null, levelCritical: null },
}

type RoomOptions = {
  handlers: Handlers
  settings?: EffectiveSettings
  account?: { username: string; secret: string }
}

/** Everything between a command and a real Asterisk, as the product has it, without pages and sign-in. */
export async function openRoom(asterisk: Asterisk, { handlers, settings = SETTINGS, account }: RoomOptions) {
  const clock = systemClock
  const log = createLog({ level: 'silent', secrets: [] })
  const store = createLiveStore({ clock })
  const { username, secret } = account ?? { username: 'operator', secret: 'operator-secret' }
  const connection = createAmiConnection({ host: '127.0.0.1', port: asterisk.ami, username, secret })
  const known = (label: string) => ({ label, wrapUpSeconds: 0, limits: NO_LIMITS })
  const session = createPbxSession({ pbx: PBX, connection, store, clock, settings: known, demo: false, log })
  const door = createPbxDoor({ connection, session, store })
  const test = await openSqlite()
  const lines: AuditEntry[] = []
  const audit = {
    async write(entry: AuditEntry) {
      lines.push(entry)
      return { ...entry, seq: lines.length, at: clock.now(), hash: '' }
    },
  }
  const reversions = createReversions({ database: test.database, store, audit, clock, log })
  const doors = new Map([[PBX, door]])
  const commands = createCommands({
    handlers,
    doors,
    store,
    settings: { current: settings },
    audit,
    reversions,
    clock,
    log,
  })
  session.start()
  reversions.start(commands)
  await expect.poll(() => door.isLive).toBe(true)
  return {
    ...{ store, door, commands, lines, pbx: PBX },
    /** Has it done and waits for its end. */
    did(by: Principal, input: CommandInput): Promise<Receipt> {
      return commands.finish(by, randomUUID(), commandSchema.parse(input), { address: '127.0.0.1', via: 'page' })
    },
    queue: (name: string) => [...store.tables.queues.values()].find((queue) => queue.name === name)?.id ?? '',
    caller: (name: string) => [...store.tables.callers.values()].find((caller) => caller.name === name),
    async close() {
      reversions.close()
      await commands.close()
      door.close()
      await session.close()
      store.close()
      await test.dispose()
    },
  }
}

export type Room = Awaited<ReturnType<typeof openRoom>>
