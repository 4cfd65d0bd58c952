import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Subscribe } from '@/lib/protocol/messages'
import type { Auth } from '@/server/auth/types'
import type { Clock } from '@/server/clock'
import type { Log } from '@/server/log'
import type { LiveStore } from '@/server/store/types'
import type { Browser } from './browser'
import { Crowd } from './crowd'
import { guardHandshake } from './handshake'
import { People, type PeopleOptions } from './people'
import { repeat } from './repeat'
import { rightsFor } from './rights'
import { CHECK_MS } from './slow-browsers'
import { createSocketServer } from './socket-server'
import { FlushTimer, type GatewayStats, readStats } from './stats'
import { Turns } from './turns'
import { MAX_PUBLIC_VIEWS, MAX_VIEWS, Views } from './views'

/** Where the gateway listens; its own slash at the end keeps Next's catch-all pages away. */
export const SOCKET_PATH = '/socket.io/'
/** A browser doubts the picture after two and a half of these. */
const HEARTBEAT_MS = 2000
/** Records times browsers that take about 50 ms to write. */
const MAX_FAN_OUT = 200_000

export type GatewayOptions = {
  store: LiveStore
  clock: Clock
  log: Pick<Log, 'warn' | 'error'>
  /** Changes with every build: pages of another build reload themselves. */
  build: string
  auth: Pick<Auth, 'check' | 'recheckAll' | 'onChange'>
  /** Origins besides our own host, such as `https://wall.example.com` behind a proxy that changes the host. */
  allowedOrigins?: readonly string[]
  /** A flush that changes more than so many records times browsers goes out little by little. */
  maxFanOut?: number
} & Pick<PeopleOptions, 'receipts' | 'mine' | 'lost'>

export type Gateway = {
  /** Takes an upgrade under `SOCKET_PATH` over; the caller has looked at the path. */
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void
  stats(): GatewayStats
  /** Disconnects all browsers and stops listening to the store. */
  close(): Promise<void>
}

/** The door between the live store and the browsers. */
export function createGateway(options: GatewayOptions): Gateway {
  const { store, clock, log, build, auth, allowedOrigins = [], maxFanOut = MAX_FAN_OUT } = options
  const onError = (error: unknown) => log.error({ err: error }, 'gateway: a job failed')
  const turns = new Turns(onError)
  const sockets = createSocketServer(SOCKET_PATH, allowedOrigins, log)
  const views = new Views({ store, clock, turns, onError, maxFanOut })
  const timer = new FlushTimer()
  const asked = new WeakMap<Browser, Subscribe>()
  const watch = (browser: Browser, wanted: Subscribe): boolean => {
    asked.set(browser, wanted)
    const { rights } = browser.data.principal
    return views.watch(browser, rightsFor(rights, wanted.queues, wanted.parts), mostViews(browser))
  }
  const people = new People({
    ...options,
    onError,
    onRights(browser) {
      const wanted = asked.get(browser)
      if (wanted === undefined || watch(browser, wanted)) return
      views.unwatch(browser) // no room for what it may see now, and what it saw it may not
      browser.disconnect(true)
    },
  })
  guardHandshake(sockets.io, { auth, log, countOf: (accountId) => people.countOf(accountId) })
  const crowd = new Crowd({
    clock,
    log,
    build,
    requests: {
      subscribe(browser, wanted) {
        if (watch(browser, wanted)) return null
        return `There are ${mostViews(browser)} different selections of queues on screens already.`
      },
      resync: (browser) => (views.refresh(browser) ? null : 'Subscribe first.'),
    },
    onLeave(browser) {
      views.unwatch(browser)
      people.leave(browser)
    },
  })
  sockets.io.on('connection', (browser) => {
    crowd.welcome(browser)
    people.welcome(browser)
  })
  const stops = [
    store.onFlush((changes) => timer.time(() => views.flush(changes))),
    store.onFlush((changes) => people.flush(changes)),
    store.onLink(() => views.beat()),
    repeat(clock, HEARTBEAT_MS, () => views.beat()),
    repeat(clock, CHECK_MS, () => crowd.checkSlow()),
  ]

  /** A thousand browsers may knock at once; they are let in over several turns of the event loop. */
  function handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const ignore = () => {}
    socket.on('error', ignore)
    turns.add(() => {
      socket.off('error', ignore)
      if (!socket.destroyed) sockets.handleUpgrade(request, socket, head)
    })
  }

  return {
    handleUpgrade,
    stats: () => readStats(crowd, views, timer),
    async close() {
      for (const stop of stops) stop()
      people.close()
      await sockets.io.close()
    },
  }
}

function mostViews({ data }: Browser): number {
  return data.principal.kind === 'public' ? MAX_PUBLIC_VIEWS : MAX_VIEWS
}
