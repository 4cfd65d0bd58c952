import { createServer, type Server } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { boardOf } from '@/server/api/board'
import { systemClock } from '@/server/clock'
import type { Config } from '@/server/config'
import type { Console } from '@/server/console/console'
import { named } from '@/server/history/named'
import { createAddressOf } from '@/server/http/address'
import { attachRoutes } from '@/server/http/dispatcher'
import { createHostGuard } from '@/server/http/host-guard'
import { metricsPage } from '@/server/http/metrics-page'
import { guardPages } from '@/server/http/page-guard'
import { health, readiness } from '@/server/http/probes'
import type { Log } from '@/server/log'
import { createMetrics } from '@/server/metrics'
import { createGateway } from '@/server/socket/gateway'
import type { Actions } from './actions'
import { openApi } from './api'
import type { Memory } from './memory'
import { openPages, type Place } from './pages'
import type { People } from './people'
import type { LivePicture } from './picture'

type SiteOptions = {
  config: Config
  place: Place
  build: string
  version: string
  picture: LivePicture
  people: People
  actions: Actions
  memory: Memory
  console: Console
  log: Log
}

type Site = { server: Server; close(): Promise<void> }

/** Everything that browsers and programs reach: pages, API, sockets, probes. It does not listen yet. */
export async function openSite(options: SiteOptions): Promise<Site> {
  const { config, place, build, picture, people, actions, memory, log } = options
  const { host, allowedOrigins, trustedProxies } = config.listen
  const { store, session } = picture
  const { auth, settings } = people
  const server = createServer()
  const mine = {
    channelOf: (_pbx: string, uniqueid: string) => session.channel(uniqueid),
    previous: async (pbx: string, number: string) =>
      named(await memory.history.previous(pbx, number), pbx, store.tables),
    crmTemplate: () => settings.current.crmLink,
  }
  const receipts = actions.commands
  const clock = systemClock
  const gateway = createGateway({
    store,
    clock,
    log,
    build,
    auth,
    allowedOrigins,
    receipts,
    mine,
    lost: memory.lost.book,
  })
  const metrics = createMetrics({ store, gateway: () => gateway.stats(), visits: memory.keeping, pbxs: picture.pbxs })
  const board = boardOf(config, picture.order, build)
  const guard = { allowedOrigins, addressOf: createAddressOf(trustedProxies) }
  const api = openApi({ ...options, board, guard })
  const pages = await openPages(place, host)
  attachRoutes(server, {
    health,
    readiness: readiness(store, people.ping),
    metrics: metricsPage(metrics, config.metrics.token),
    // Hono's own Request and Response must stay its own: Next answers 500 with them.
    api: getRequestListener(api.fetch, { overrideGlobalObjects: false }),
    pages: guardPages(pages.handle, { auth, log, development: place.development }),
    socketUpgrade: gateway.handleUpgrade,
    ...(place.development && { pageUpgrade: pages.upgrade }),
    mayServe: createHostGuard(host, allowedOrigins),
  })
  return {
    server,
    async close() {
      server.close()
      await gateway.close()
      await pages.close()
      server.closeAllConnections()
    },
  }
}
