import { createServer, type Server as HttpServer, type IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { Server } from 'socket.io'
import { PROTOCOL_VERSION } from '@/lib/protocol/version'
import type { Clock } from '@/server/clock'
import type { Log } from '@/server/log'
import type { LiveStore } from '@/server/store/types'
import type { Browser, BrowserServer } from './browser'
import { startHeartbeat } from './heartbeat'
import { isOriginAllowed } from './origin'
import { hearRequests } from './requests'
import { CHECK_MS, SlowBrowsers } from './slow-browsers'
import { GatewayCounters, type GatewayStats } from './stats'
import { Turns } from './turns'
import { MAX_VIEWS, Views } from './views'

/** Where the gateway listens; its own slash at the end keeps Next's catch-all pages away. */
export const SOCKET_PATH = '/socket.io/'
/** Browsers send names of queues, nothing larger. */
const MAX_MESSAGE_BYTES = 64 * 1024
/** A browser that answers no ping is gone after 9 s at the latest, and it notices as soon itself. */
const PING_INTERVAL_MS = 4000
const PING_TIMEOUT_MS = 5000

export type GatewayOptions = {
  store: LiveStore
  clock: Clock
  log: Pick<Log, 'info' | 'warn' | 'error'>
  /** Changes with every build: pages of another build reload themselves. */
  build: string
  defaults: { maskNumbers: boolean }
  /** Origins besides our own host, such as `https://wall.example.com` behind a proxy that changes the host. */
  allowedOrigins?: readonly string[]
}

export type Gateway = {
  /** Takes upgrades under `/socket.io/` from the server and leaves all others alone. */
  attach(server: HttpServer): void
  /** The same by hand, for a dispatcher that has checked the path. */
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void
  stats(): GatewayStats
  /** Disconnects all browsers and stops listening to the store. */
  close(): Promise<void>
}

/** The door between the live store and the browsers. */
export function createGateway(options: GatewayOptions): Gateway {
  const { store, clock, log, build, defaults, allowedOrigins = [] } = options
  const onError = (error: unknown) => log.error({ err: error }, 'gateway: a job failed')
  const turns = new Turns(onError)
  // Never listens: it stands in for the real server, so that Socket.IO takes only what it is handed.
  const carrier = createServer()
  const io: BrowserServer = new Server(carrier, {
    path: SOCKET_PATH,
    transports: ['websocket'],
    perMessageDeflate: false,
    httpCompression: false,
    serveClient: false,
    destroyUpgrade: false,
    maxHttpBufferSize: MAX_MESSAGE_BYTES,
    pingInterval: PING_INTERVAL_MS,
    pingTimeout: PING_TIMEOUT_MS,
    allowRequest: (request, answer) => {
      const allowed = isOriginAllowed(request, allowedOrigins)
      if (!allowed) log.warn({ origin: request.headers.origin }, 'gateway: refused a page from another origin')
      answer(allowed ? null : 'This origin is not allowed here.', allowed)
    },
  })
  const views = new Views({ io, store, clock, turns, onError })
  const browsers = new Set<Browser>()
  const slow = new SlowBrowsers()
  const counters = new GatewayCounters()

  function welcome(browser: Browser): void {
    browsers.add(browser)
    browser.emit('hello', { type: 'hello', protocol: PROTOCOL_VERSION, build, now: clock.now() })
    hearRequests(browser, clock, {
      subscribe: ({ queues }) => {
        if (views.watch(browser, { queues, maskNumbers: defaults.maskNumbers })) return
        const why = `There are ${MAX_VIEWS} different selections of queues on screens already.`
        browser.emit('refused', { type: 'refused', what: 'subscribe', why })
      },
      resync: () => {
        const view = views.of(browser)
        if (view) view.snapshots.request(browser)
        else browser.emit('refused', { type: 'refused', what: 'resync', why: 'Subscribe first.' })
      },
    })
    browser.on('disconnect', (reason) => dismiss(browser, reason))
  }

  function dismiss(browser: Browser, reason: string): void {
    views.unwatch(browser)
    slow.forget(browser)
    browsers.delete(browser)
    const { socket } = browser.request
    counters.bytesOfGone += socket.bytesWritten
    // ws would keep the buffers of a silent peer for 30 s, waiting for its goodbye.
    if (reason === 'ping timeout') socket.destroy()
  }

  function cut(browser: Browser, why: string): void {
    counters.cutBrowsers += 1
    log.warn({ address: browser.handshake.address, why }, 'gateway: cut a browser that stopped reading')
    browser.request.socket.destroy()
  }

  io.on('connection', welcome)
  const stops = [
    store.onFlush((changes) => counters.timeFlush(() => [...views.all()].filter((view) => view.flush(changes)))),
    startHeartbeat(clock, store, () => {
      for (const view of views.all()) view.beat()
    }),
    repeat(clock, CHECK_MS, () => slow.check(browsers, clock.now(), cut)),
  ]

  function handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const ignore = () => {}
    socket.on('error', ignore)
    turns.add(() => {
      socket.off('error', ignore)
      if (!socket.destroyed) carrier.emit('upgrade', request, socket, head)
    })
  }

  return {
    attach(server) {
      server.on('upgrade', (request, socket, head) => {
        if (request.url?.startsWith(SOCKET_PATH)) handleUpgrade(request, socket, head)
      })
    },
    handleUpgrade,
    stats: () => counters.read(browsers, views, slow),
    async close() {
      for (const stop of stops) stop()
      await io.close()
    },
  }
}

function repeat(clock: Clock, ms: number, job: () => void): () => void {
  let stop = clock.after(ms, next)
  function next(): void {
    stop = clock.after(ms, next)
    job()
  }
  return () => stop()
}
