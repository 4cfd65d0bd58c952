import { addConsoleRoutes } from '@/server/api/admin/console/routes'
import { addAdminRoutes } from '@/server/api/admin/routes'
import { createApi } from '@/server/api/app'
import { type Board, shareWithPages } from '@/server/api/board'
import { addCommandRoutes } from '@/server/api/commands/routes'
import type { GuardOptions } from '@/server/api/guard'
import type { HistoryDeps } from '@/server/api/history/deps'
import { addHistoryRoutes } from '@/server/api/history/routes'
import { addKpiRoute } from '@/server/api/kpis'
import { addLostRoutes } from '@/server/api/lost/routes'
import { addMeRoutes } from '@/server/api/me/routes'
import { addPeopleRoutes } from '@/server/api/people/routes'
import type { ReplayDeps } from '@/server/api/replay/deps'
import { addReplayRoutes } from '@/server/api/replay/routes'
import { addAccountRoutes } from '@/server/api/session/account'
import { addSessionRoutes } from '@/server/api/session/session'
import { addWelcomeRoutes } from '@/server/api/session/welcome'
import { addSettingsRoutes } from '@/server/api/settings/routes'
import { systemClock } from '@/server/clock'
import type { Console } from '@/server/console/console'
import type { Log } from '@/server/log'
import type { Actions } from './actions'
import { administration } from './administration'
import type { Memory } from './memory'
import type { People } from './people'
import type { LivePicture } from './picture'

type ApiRooms = {
  board: Board
  version: string
  guard: Omit<GuardOptions, 'auth'>
  picture: Pick<LivePicture, 'store' | 'doors' | 'watches'>
  people: People
  actions: Actions
  memory: Pick<Memory, 'history' | 'keeping' | 'writing' | 'lost'> & { visits: HistoryDeps; past: { deps: ReplayDeps } }
  console: Console
  log: Log
}

/** The API with the routes of all rooms. */
export function openApi({ board, version, guard, picture, people, actions, memory, console, log }: ApiRooms) {
  const { store } = picture
  const { database, settings, auth } = people
  const { commands } = actions
  const clock = systemClock
  shareWithPages(board)
  return createApi({
    store,
    board,
    version,
    now: clock.now,
    guard: { ...guard, auth },
    routes: [
      (api) => addSessionRoutes(api, auth),
      (api) => addWelcomeRoutes(api, auth),
      (api) => addAccountRoutes(api, auth),
      (api) => addCommandRoutes(api, { commands }),
      (api) => addPeopleRoutes(api, { database, tables: store.tables }),
      (api) =>
        addMeRoutes(api, {
          ...{ history: memory.history, clock, tables: store.tables },
          ...{ began: clock.now(), dayStart: memory.visits.dayStart },
        }),
      (api) => addHistoryRoutes(api, { ...memory.visits, writing: memory.writing }),
      (api) => addReplayRoutes(api, memory.past.deps),
      (api) => addLostRoutes(api, { ...memory.visits, ...memory.lost, commands }),
      (api) => addKpiRoute(api, { tables: store.tables, clock, queueGroups: () => settings.current.queueGroups }),
      (api) => addSettingsRoutes(api, { settings }),
      (api) => addConsoleRoutes(api, { console, auth, clock }),
      (api) => addAdminRoutes(api, administration(people, picture, actions, memory)),
    ],
    log,
  })
}
