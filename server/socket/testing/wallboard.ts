import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { LinkHealth } from '@/lib/domain/link'
import { aLink } from '@/lib/domain/testing/records'
import type { Clock } from '@/server/clock'
import { createGateway, type Gateway, type GatewayOptions } from '@/server/socket/gateway'
import { createLiveStore, type SourceHandle, type WritableLiveStore } from '@/server/store/live-store'
import { emptySourceTables, type SourceTables } from '@/server/store/source-tables'
import { openAuth } from './fake-auth'

/** A store that tests fill by hand, behind a real gateway on a port of its own. */
export type Wallboard = {
  tables: SourceTables
  store: WritableLiveStore
  source: SourceHandle
  gateway: Gateway
  http: Server
  url: string
  link: LinkHealth
  setLink(fields: Partial<LinkHealth>): void
  close(): Promise<void>
}

export type WallboardOptions = Partial<Omit<GatewayOptions, 'store' | 'clock'>> & {
  clock: Clock
  epoch?: string
  port?: number
  flushMs?: number
}

export async function startWallboard({ clock, epoch, port = 0, flushMs, ...options }: WallboardOptions) {
  const tables = emptySourceTables()
  const store = createLiveStore({ clock, ...(epoch ? { epoch } : {}), ...(flushMs ? { flushMs } : {}) })
  const now = clock.now()
  const board = { link: aLink({ since: now, heardAt: now, liveSince: now }) }
  const source = store.attach({ tables, link: () => board.link })
  const gateway = createGateway({
    store,
    clock,
    log: silentLog,
    build: 'b1',
    auth: openAuth(),
    ...options,
  })
  const http = createServer()
  http.on('upgrade', gateway.handleUpgrade)
  await new Promise<void>((done) => http.listen(port, '127.0.0.1', done))
  return {
    tables,
    store,
    source,
    gateway,
    http,
    url: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    get link() {
      return board.link
    },
    setLink(fields) {
      board.link = { ...board.link, ...fields }
      source.linkChanged()
    },
    async close() {
      store.close()
      await gateway.close()
      http.closeAllConnections()
      await new Promise((done) => http.close(done))
    },
  } satisfies Wallboard as Wallboard
}

export const silentLog = { info() {}, warn() {}, error() {} }
