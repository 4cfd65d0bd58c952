import { pbxName } from '@/lib/domain/ids'
import { createAmiConnection } from '@/server/ami/connection'
import { systemClock } from '@/server/clock'
import { createPbxDoor } from '@/server/commands/pbx-door'
import type { Config } from '@/server/config'
import { DROPPED_EVENTS } from '@/server/events/dropped-events'
import { createLinkLog } from '@/server/link-log'
import type { Log } from '@/server/log'
import { openPbxTarget } from '@/server/pbx-target'
import { createLiveStore } from '@/server/store/live-store'
import { createPbxSession } from '@/server/store/pbx-session'

/** From the PBX to the live store, and the door by which commands go back; nothing is connected before `start`. */
export async function openPicture(config: Config, log: Log) {
  const clock = systemClock
  const target = await openPbxTarget(config)
  const store = createLiveStore({ clock })
  const connection = createAmiConnection({
    ...target.connection,
    dropEvents: DROPPED_EVENTS,
    clock,
    onListenerError: (error) => log.error({ err: error }, 'a message of the PBX could not be taken in'),
  })
  const session = createPbxSession({
    pbx: pbxName(target.name),
    label: target.label,
    connection,
    store,
    clock,
    settings: target.settings,
    demo: target.demo,
    log,
    auditMs: config.audit.interval * 1000,
  })
  const door = createPbxDoor({ connection, session, store })
  const stopLinkLog = store.onLink(createLinkLog(log))
  return {
    demo: target.demo,
    order: target.order,
    store,
    session,
    doors: new Map([[door.pbx, door]]),
    pbxs: new Map([[target.name, { ami: () => connection.stats(), session: () => session.stats() }]]),
    start: () => session.start(),
    async close() {
      stopLinkLog() // that it is lost now is our own doing
      door.close()
      await session.close()
      store.close()
      await target.close()
    },
  }
}

export type LivePicture = Awaited<ReturnType<typeof openPicture>>
