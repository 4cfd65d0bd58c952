import type { LivePart } from '@/lib/domain/house'
import type { LiveState } from '@/lib/domain/live-state'
import { MAX_QUEUE_NAME, MAX_QUEUES_ASKED } from '@/lib/protocol/limits'
import type { Heartbeat, Hello } from '@/lib/protocol/messages'
import { PROTOCOL_VERSION } from '@/lib/protocol/version'
import { unreachable } from '@/lib/unreachable'
import { Asking } from './asking'
import { type Connect, type Connection, connectSocket, type Message } from './connection'
import { Follower } from './follower'
import { isDiff, isHeartbeat, isHello, isLiveState, isMessage, isRefused, isSnapshot } from './guard'
import { inflateState } from './inflate'
import { PersonalKeeper } from './personal'
import type { Touched } from './record-store'
import { ServerClock } from './server-clock'
import { StatusKeeper } from './status-keeper'
import { Subscriptions } from './subscriptions'
import { browserSurroundings, type Surroundings } from './surroundings'
import type { LiveCache } from './types'

/** Freshness fades without any message, so it is looked at this often. */
const CHECK_MS = 1000
/** Looks that are further apart than this, in ms by the browser's own clock: the computer slept, or the tab was put away. */
const SLEPT_MS = 10_000

export type LiveCacheOptions = {
  /** Queues by name or id; `null` for all. */
  queues: readonly string[] | null
  /** Parts of the house besides queues, as far as one may see them; by default none. */
  parts?: readonly LivePart[]
  /** The server's origin; by default the page's own. */
  url?: string
  /** The server is of another build than this page: time to reload. */
  onNewBuild?: (build: string) => void
  /** The server refuses what we ask, with its reason. */
  onRefused?: (why: string) => void
  connect?: Connect
  inflate?: (packed: Uint8Array) => Promise<LiveState>
  surroundings?: Surroundings
}

export type ConnectedLiveCache = LiveCache & {
  /** Opens the connection; what is here already stays. Does nothing when it is open. */
  connect(): void
  close(): void
  /** Where the picture stands in the server's stream; `null` before the first snapshot. */
  position(): { epoch: string; seq: number } | null
}

/** The browser's copy of its view, kept up to date over one socket. Nothing happens before `connect`. */
export function createLiveCache(options: LiveCacheOptions): ConnectedLiveCache {
  const {
    queues,
    parts = [],
    url,
    connect = connectSocket,
    inflate = inflateState,
    surroundings = browserSurroundings,
  } = options
  const follower = new Follower()
  const clock = new ServerClock(surroundings.steadyNow, surroundings.wallNow)
  const status = new StatusKeeper(clock, surroundings)
  const subscriptions = new Subscriptions()
  const personal = new PersonalKeeper()
  const asking = new Asking(surroundings.steadyNow)
  let connection: Connection | null = null
  let stops: (() => void)[] = []
  let build: string | null = null
  let lookedAt = 0
  /** Counts snapshots and connections, so that one still being unpacked when the next comes is dropped. */
  let round = 0

  function settle(touched: readonly Touched[] = []): void {
    const changed = status.judge(follower.at !== null, follower.isWaiting)
    subscriptions.notify(touched, changed)
  }

  function ask(): void {
    follower.wait()
    asking.sent()
    connection?.resync(follower.resyncMessage())
    settle()
  }

  /** What came does not fit. */
  function askUnlessTooOften(): void {
    if (!asking.isTooOften) {
      ask()
      return
    }
    follower.wait()
    settle()
  }

  function onUp(): void {
    follower.wait()
    asking.expected()
    status.connected()
    connection?.subscribe({ queues: queues && askable(queues), parts: [...parts] })
    settle()
  }

  function onDown(): void {
    round += 1
    status.disconnected()
    settle()
  }

  function onMessage(message: Message): void {
    if (!isMessage(message)) return
    switch (message.type) {
      case 'hello':
        if (isHello(message)) onHello(message)
        break
      case 'snapshot':
        if (isSnapshot(message)) void onSnapshot(message)
        break
      case 'diff':
        if (isDiff(message)) follow(follower.diff(message))
        else if (!follower.isWaiting) askUnlessTooOften()
        break
      case 'heartbeat':
        if (isHeartbeat(message)) onHeartbeat(message)
        break
      case 'refused':
        if (isRefused(message)) options.onRefused?.(message.why)
        break
      case 'viewer':
      case 'mine':
      case 'receipt':
      case 'lost':
      case 'signedOut':
        personal.hear(message)
        break
      default:
        unreachable(message)
    }
  }

  function onHello(hello: Hello): void {
    clock.hear(hello.now)
    const outdated = hello.protocol !== PROTOCOL_VERSION || (build !== null && build !== hello.build)
    build = hello.build
    if (outdated) options.onNewBuild?.(hello.build)
  }

  async function onSnapshot(message: Extract<Message, { type: 'snapshot' }>): Promise<void> {
    clock.hear(message.now)
    round += 1
    const mine = round
    follower.hold()
    const state = await inflate(message.packed).catch(() => null)
    if (mine !== round) return
    if (!isLiveState(state)) {
      askUnlessTooOften()
      return
    }
    const { touched, gap } = follower.snapshot(message, state)
    settle(touched)
    if (gap) askUnlessTooOften()
  }

  function onHeartbeat(message: Heartbeat): void {
    clock.hear(message.now)
    status.heartbeat(message)
    if (follower.heartbeat(message) === 'gap') askUnlessTooOften()
    else settle()
  }

  function follow(result: Touched | 'gap' | null): void {
    if (result === 'gap') askUnlessTooOften()
    else if (result !== null) settle([result])
  }

  function check(): void {
    if (follower.isWaiting && status.isConnected && asking.isOverdue) ask()
    else settle()
  }

  function look(): void {
    const now = surroundings.wallNow()
    const slept = now - lookedAt > SLEPT_MS
    lookedAt = now
    if (slept) wake()
    else check()
  }

  /** After a sleep a connection may look open and be dead: nobody told this side. Waiting for a timeout takes too long. */
  function wake(): void {
    if (!status.isConnected || status.isSilent) connection?.restart()
    check()
  }

  function open(): void {
    if (connection !== null) return
    lookedAt = surroundings.wallNow()
    connection = connect(url, { onUp, onDown, onMessage })
    stops = [
      surroundings.every(CHECK_MS, look),
      surroundings.onOffline(() => connection?.restart()),
      surroundings.onWake(wake),
    ]
  }

  function close(): void {
    for (const stop of stops) stop()
    connection?.close()
    connection = null
    onDown()
  }

  return {
    connect: open,
    close,
    position: () => follower.at,
    status: () => status.current,
    now: () => clock.now(),
    record: (family, id) => follower.store.family(family).get(id),
    ids: (family) => follower.store.family(family).ids(),
    personal: () => personal.current,
    subscribePersonal: (listener) => personal.subscribe(listener),
    records: (family) => follower.store.family(family).all(),
    subscribeStatus: (listener) => subscriptions.subscribeStatus(listener),
    subscribeFamily: (family, listener) => subscriptions.subscribeFamily(family, listener),
    subscribeRecord: (family, id, listener) => subscriptions.subscribeRecord(family, id, listener),
  }
}

/** What no queue can be called is cut to what the server takes: it finds nothing, as it should, and refuses nothing. */
function askable(queues: readonly string[]): string[] {
  return queues.slice(0, MAX_QUEUES_ASKED).map((name) => name.slice(0, MAX_QUEUE_NAME))
}
