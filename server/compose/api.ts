import { addAdminRoutes } from '@/server/api/admin/routes'
import { createApi } from '@/server/api/app'
import { type Board, shareWithPages } from '@/server/api/board'
import { addCommandRoutes } from '@/server/api/commands/routes'
import type { GuardOptions } from '@/server/api/guard'
import { addPeopleRoutes } from '@/server/api/people/routes'
import { addAccountRoutes } from '@/server/api/session/account'
import { addSessionRoutes } from '@/server/api/session/session'
import { addWelcomeRoutes } from '@/server/api/session/welcome'
import { addSettingsRoutes } from '@/server/api/settings/routes'
import { systemClock } from '@/server/clock'
import type { Log } from '@/server/log'
import type { Actions } from './actions'
import { administration } from './administration'
import type { People } from './people'
import type { LivePicture } from './picture'

type ApiRooms = {
  board: Board
  version: string
  guard: Omit<GuardOptions, 'auth'>
  picture: Pick<LivePicture, 'store' | 'doors'>
  people: People
  actions: Actions
  log: Log
}

/** The API with the routes of all rooms. */
export function openApi({ board, version, guard, picture, people, actions, log }: ApiRooms) {
  const { store } = picture
  const { database, settings, auth } = people
  const { commands } = actions
  shareWithPages(board)
  return createApi({
    store,
    board,
    version,
    now: systemClock.now,
    guard: { ...guard, auth },
    routes: [
      (api) => addSessionRoutes(api, auth),
      (api) => addWelcomeRoutes(api, auth),
      (api) => addAccountRoutes(api, auth),
      (api) => addCommandRoutes(api, { commands }),
      (api) => addPeopleRoutes(api, { database, tables: store.tables }),
      (api) => addSettingsRoutes(api, { settings }),
      (api) => addAdminRoutes(api, administration(people, picture, actions)),
    ],
    log,
  })
}
