import { pbxName } from '@/lib/domain/ids'
import { createAmiConnection } from '@/server/ami/connection'
import { EventCensus } from '@/server/ami/event-census'
import { systemClock } from '@/server/clock'
import { createPbxDoor } from '@/server/commands/pbx-door'
import type { Config } from '@/server/config'
import { DROPPED_EVENTS, KEPT_EVENTS } from '@/server/events/dropped-events'
import { createLinkLog } from '@/server/link-log'
import type { Log } from '@/server/log'
import type { PbxTarget } from '@/server/pbx-target'
import { PbxWatch } from '@/server/pbx-watch/watch'
import { withThresholds } from '@/server/settings/thresholds'
import { createLiveStore } from '@/server/store/live-store'
import { createPbxSession } from '@/server/store/pbx-session'
import type { People } from './people'

/** From the PBX to the live store, and the door by which commands go back; nothing is connected before `start`. */
export function openPicture(config: Config, target: PbxTarget, { settings }: Pick<People, 'settings'>, log: Log) {
  const clock = systemClock
  const store = createLiveStore({ clock })
  const census = new EventCensus()
  const connection = createAmiConnection({
    ...target.connection,
    dropEvents: DROPPED_EVENTS,
    keepEvents: KEPT_EVENTS,
    census,
    clock,
    onListenerError: (error) => log.error({ err: error }, 'a message of the PBX could not be taken in'),
  })
  const session = createPbxSession({
    pbx: pbxName(target.name),
    label: target.label,
    connection,
    store,
    clock,
    settings: withThresholds({
      base: target.settings,
      isFixed: (queue) => config.queues[queue]?.limits !== undefined,
      thresholds: () => settings.current.thresholds,
    }),
    trunk: config.trunkSettings,
    demo: target.demo,
    log,
    auditMs: config.audit.interval * 1000,
  })
  const door = createPbxDoor({ connection, session, store })
  const watch = new PbxWatch({ door, store, session, census, clock })
  const stopThresholds = settings.onChange(() => session.settingsChanged())
  const stopLinkLog = store.onLink(createLinkLog(log))
  return {
    demo: target.demo,
    order: target.order,
    store,
    session,
    doors: new Map([[door.pbx, door]]),
    pbxs: new Map([[target.name, { ami: () => connection.stats(), session: () => session.stats() }]]),
    watches: [watch],
    start: () => session.start(),
    async close() {
      stopThresholds()
      stopLinkLog() // that it is lost now is our own doing
      watch.close()
      door.close()
      await session.close()
      store.close()
    },
  }
}

export type LivePicture = ReturnType<typeof openPicture>
