import { createServer, type Server } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { createApi } from '@/server/api/app'
import { boardOf, shareWithPages } from '@/server/api/board'
import { systemClock } from '@/server/clock'
import type { Config } from '@/server/config'
import { createAddressOf } from '@/server/http/address'
import { attachRoutes } from '@/server/http/dispatcher'
import { createHostGuard } from '@/server/http/host-guard'
import { metricsPage } from '@/server/http/metrics-page'
import { guardPages } from '@/server/http/page-guard'
import { health, readiness } from '@/server/http/probes'
import type { Log } from '@/server/log'
import { createMetrics } from '@/server/metrics'
import { createGateway } from '@/server/socket/gateway'
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
  log: Log
}

export type Site = { server: Server; close(): Promise<void> }

/** Everything that browsers and programs reach: pages, API, sockets, probes. It does not listen yet. */
export async function openSite(options: SiteOptions): Promise<Site> {
  const { config, place, build, picture, people, log } = options
  const { host, allowedOrigins } = config.listen
  const { store } = picture
  const { auth } = people
  const server = createServer()
  const gateway = createGateway({ store, clock: systemClock, log, build, auth, allowedOrigins })
  const metrics = createMetrics({ store, gateway: () => gateway.stats(), pbxs: picture.pbxs })
  const api = openApi(options)
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

function openApi({ config, build, version, picture, people, log }: SiteOptions) {
  const { store } = picture
  const board = boardOf(config, picture.order, build)
  shareWithPages(board)
  const { allowedOrigins } = config.listen
  return createApi({
    store,
    board,
    version,
    now: systemClock.now,
    guard: { auth: people.auth, allowedOrigins, addressOf: createAddressOf([]) },
    log,
  })
}
