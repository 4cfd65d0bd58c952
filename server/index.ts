import { existsSync, readFileSync } from 'node:fs'
import { createServer, type RequestListener } from 'node:http'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { getRequestListener } from '@hono/node-server'
import { pbxName } from '@/lib/domain/ids'
import packageJson from '@/package.json' with { type: 'json' }
import { createAmiConnection } from './ami/connection'
import { createApi } from './api/app'
import { type Board, boardOf, shareWithPages } from './api/board'
import type { Auth, Principal } from './auth/types'
import { systemClock } from './clock'
import { type Config, ConfigError, readConfig } from './config'
import { sendConsoleToLog } from './console-to-log'
import { DROPPED_EVENTS } from './events/dropped-events'
import { createAddressOf } from './http/address'
import { attachRoutes } from './http/dispatcher'
import { createHostGuard, isLoopback } from './http/host-guard'
import { ListenError, listen } from './http/listen'
import { metricsPage } from './http/metrics-page'
import { health, readiness } from './http/probes'
import { createLinkLog } from './link-log'
import { createLog, type Log } from './log'
import { createMetrics } from './metrics'
import { openPbxTarget } from './pbx-target'
import { createGateway } from './socket/gateway'
import { createLiveStore } from './store/live-store'
import { createPbxSession } from './store/pbx-session'

/** What is still open after this is left to the end of the process. */
const SHUTDOWN_MS = 3_000

const development = process.argv.includes('--dev')
/** The project's folder: one up from `server/` and from `build/`. Whoever starts us may stand elsewhere. */
const root = fileURLToPath(new URL('..', import.meta.url))

/** The product cannot start as it stands; the message says what to do. */
class StartError extends Error {}

try {
  const config = readConfig()
  if (process.argv.includes('--check-config')) tellOfConfig(config)
  else await run(config)
} catch (error) {
  if (![ConfigError, ListenError, StartError].some((known) => error instanceof known)) throw error
  // Plainly, as this is for people; the console may already lead to the log.
  process.stderr.write(`Callboard cannot start: ${(error as Error).message}\n`)
  process.exit(1)
}

function tellOfConfig({ pbx, queues }: Config): void {
  const what = pbx ? `Asterisk at ${pbx.host}:${pbx.port}` : 'the simulator, as no PBX is configured'
  console.log(`The configuration is right: ${what}; ${Object.keys(queues).length} queues with settings of their own.`)
}

async function run(config: Config): Promise<void> {
  const {
    pbx,
    metrics: { token },
  } = config
  const log = createLog({
    level: config.log.level,
    secrets: [pbx?.secret, token].filter((secret) => secret !== undefined),
  })
  dieOfUncaughtErrors(log)
  if (!development) sendConsoleToLog(log)
  const build = readBuildId()
  const live = await openLive(config, build, log)
  const board = boardOf(config, live.order, build)
  const server = createServer()
  const closePages = await servePages(server, config, board, live, log)
  const url = await listen(server, config.listen).catch(async (error: unknown) => {
    await live.close()
    throw error
  })
  live.start()
  log.info({ url, demo: live.demo, version: packageJson.version }, 'listening')
  if (!isLoopback(config.listen.host))
    log.warn('everybody who can reach this address sees the board: there are no accounts yet')
  process.send?.({ listening: url, demo: live.demo })
  onceAsked(log, async () => {
    server.close()
    await live.close()
    await closePages()
    server.closeAllConnections()
  })
}

/** Until accounts are composed: whoever reaches us sees the wall. */
function openToAll(maskNumbers: boolean): Auth {
  const everybody: Principal = {
    kind: 'public',
    accountId: null,
    name: 'public',
    displayName: 'public',
    credentialId: null,
    rights: { role: 'display', queues: null, numbers: maskNumbers ? 'none' : 'all', permissions: {} },
    scopes: null,
    phones: [],
    version: '1',
    expiresAt: null,
  }
  const same = async () => everybody
  return { check: same, recheck: same, recheckAll: async () => new Map(), onChange: () => () => {} }
}

/** From the PBX to the browsers' sockets; nothing is connected before `start`. */
async function openLive(config: Config, build: string, log: Log) {
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
  const stopLinkLog = store.onLink(createLinkLog(log))
  const { allowedOrigins } = config.listen
  const auth = openToAll(config.board.maskNumbers)
  const gateway = createGateway({ store, clock, log, build, auth, allowedOrigins })
  return {
    demo: target.demo,
    order: target.order,
    store,
    gateway,
    pbxs: new Map([[target.name, { ami: () => connection.stats(), session: () => session.stats() }]]),
    start: () => session.start(),
    async close() {
      stopLinkLog() // that it is lost now is our own doing
      await Promise.all([gateway.close(), session.close()])
      store.close()
      await target.close()
    },
  }
}

type Live = Awaited<ReturnType<typeof openLive>>

/** Next gets a server of its own that never listens: it would take all upgrades from the real one. */
async function servePages(server: ReturnType<typeof createServer>, config: Config, board: Board, live: Live, log: Log) {
  shareWithPages(board)
  const { store, gateway, pbxs } = live
  const { allowedOrigins } = config.listen
  const guard = { auth: openToAll(config.board.maskNumbers), allowedOrigins, addressOf: createAddressOf([]) }
  const api = createApi({ store, board, version: packageJson.version, now: systemClock.now, guard, log })
  const bystander = createServer()
  const pages = await openPages(bystander, config.listen.host)
  attachRoutes(server, {
    health,
    readiness: readiness(store, async () => {}),
    metrics: metricsPage(createMetrics({ store, gateway: () => gateway.stats(), pbxs }), config.metrics.token),
    // Hono's own Request and Response must stay its own: Next answers 500 with them.
    api: getRequestListener(api.fetch, { overrideGlobalObjects: false }),
    pages: pages.handle,
    socketUpgrade: gateway.handleUpgrade,
    ...(development && { pageUpgrade: (...upgrade) => bystander.emit('upgrade', ...upgrade) }),
    mayServe: createHostGuard(config.listen.host, config.listen.allowedOrigins),
  })
  return pages.close
}

/** `hostname`: where development's hot reload is asked for; Next refuses it for others. */
async function openPages(
  httpServer: ReturnType<typeof createServer>,
  hostname: string,
): Promise<{ handle: RequestListener; close(): Promise<void> }> {
  // Next and React read it when they load, so they are loaded after.
  Object.assign(process.env, { NODE_ENV: development ? 'development' : 'production', NEXT_TELEMETRY_DISABLED: '1' })
  const { default: next } = await import('next')
  const app = next({ dev: development, dir: root, httpServer, hostname })
  await app.prepare()
  const handle = app.getRequestHandler()
  return { handle: (request, response) => void handle(request, response), close: () => app.close() }
}

function readBuildId(): string {
  if (development) return 'dev'
  const path = join(root, '.next/BUILD_ID')
  if (!existsSync(path))
    throw new StartError('the pages are not built. Run `npm run build`, or `npm start`, which does it.')
  return readFileSync(path, 'utf8').trim()
}

function dieOfUncaughtErrors(log: Log): void {
  for (const event of ['uncaughtException', 'unhandledRejection']) {
    process.on(event, (error: unknown) => {
      log.fatal({ err: error }, `ended by an error that nobody caught (${event})`)
      process.exit(1)
    })
  }
}

function onceAsked(log: Log, close: () => Promise<void>): void {
  let asked = false
  const stop = (signal: string) => {
    // Ctrl+C reaches us twice: from the terminal, and through npm start.
    if (asked) return
    asked = true
    log.info({ signal }, 'shutting down')
    setTimeout(() => process.exit(0), SHUTDOWN_MS).unref()
    close().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, 'shutdown failed')
        process.exit(1)
      },
    )
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
  // Who started us (npm start, a test) was killed without a chance to tell us.
  process.on('disconnect', () => stop('disconnect'))
}
