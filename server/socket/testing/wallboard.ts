import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Call } from '@/lib/domain/call'
import type { Caller } from '@/lib/domain/caller'
import { type CallerId, callerId, callId, memberId, type PbxName, pbxName, queueId } from '@/lib/domain/ids'
import type { LinkHealth } from '@/lib/domain/link'
import type { Member } from '@/lib/domain/member'
import type { Queue } from '@/lib/domain/queue'
import type { Clock } from '@/server/clock'
import { createGateway, type Gateway, type GatewayOptions } from '@/server/socket/gateway'
import { createLiveStore, type SourceHandle, type WritableLiveStore } from '@/server/store/live-store'
import { emptySourceTables, type SourceTables } from '@/server/store/source-tables'

export const PBX: PbxName = pbxName('main')
export const NOW = Date.UTC(2026, 10, 23, 9, 42)

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
  const board = { link: liveLink(clock.now()) }
  const source = store.attach({ tables, link: () => board.link })
  const gateway = createGateway({
    store,
    clock,
    log: silentLog,
    build: 'b1',
    defaults: { maskNumbers: false },
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

export function liveLink(now: number): LinkHealth {
  return {
    pbx: PBX,
    demo: false,
    state: 'live',
    since: now,
    heardAt: now,
    liveSince: now,
    attempt: 0,
    nextTryAt: null,
    error: null,
    label: 'main',
    asteriskVersion: '22.5.1',
  }
}

const NO_LIMITS = {
  waitWarning: null,
  waitCritical: null,
  waitingWarning: null,
  waitingCritical: null,
  levelWarning: null,
  levelCritical: null,
}

export function aQueue(name: string, fields: Partial<Queue> = {}): Queue {
  return {
    id: queueId(PBX, name),
    pbx: PBX,
    name,
    label: name,
    limits: NO_LIMITS,
    strategy: 'ringall',
    max: 0,
    weight: 0,
    serviceLevelSeconds: 20,
    completed: 0,
    abandoned: 0,
    holdtime: 0,
    talktime: 0,
    serviceLevelPerf: 0,
    serviceLevelPerf2: 0,
    countersSince: null,
    ...fields,
  }
}

export function aMember(queue: string, number: number, fields: Partial<Member> = {}): Member {
  const device = `PJSIP/${number}`
  return {
    id: memberId(PBX, queue, device),
    pbx: PBX,
    queue: queueId(PBX, queue),
    name: `Agent ${number}`,
    interface: device,
    stateInterface: device,
    membership: 'dynamic',
    penalty: 0,
    ringInUse: true,
    wrapUpSeconds: 10,
    callsTaken: 0,
    lastCallAt: null,
    lastPauseAt: null,
    loggedInAt: NOW,
    device: 'notInUse',
    inCall: false,
    paused: false,
    pausedReason: null,
    activity: 'idle',
    activitySince: NOW,
    ...fields,
  }
}

export function aCaller(queue: string, uniqueid: string, fields: Partial<Caller> = {}): Caller {
  const id: CallerId = callerId(PBX, uniqueid)
  return {
    id,
    pbx: PBX,
    queue: queueId(PBX, queue),
    uniqueid,
    channel: `PJSIP/trunk-${uniqueid}`,
    position: 1,
    joinedAt: NOW,
    priority: 0,
    number: '+49 30 5550117',
    name: 'Tom O’Brien',
    ...fields,
  }
}

export function aCall(key: string, fields: Partial<Call> = {}): Call {
  return {
    id: callId(PBX, key),
    pbx: PBX,
    direction: 'inbound',
    queue: null,
    agent: null,
    from: { number: '+49 30 5550117', name: 'Tom O’Brien', channel: `PJSIP/trunk-${key}` },
    to: null,
    state: 'talking',
    stateSince: NOW,
    startedAt: NOW,
    answeredAt: null,
    parkingSlot: null,
    channels: [key],
    ...fields,
  }
}
