import type { Connect, ConnectionListener, Message } from '@/lib/client/connection'
import { type ConnectedLiveCache, createLiveCache, type LiveCacheOptions } from '@/lib/client/live-cache'
import type { Surroundings } from '@/lib/client/surroundings'
import type { LiveDiff } from '@/lib/diff/types'
import type { LinkHealth } from '@/lib/domain/link'
import { emptyLiveState, type LiveState } from '@/lib/domain/live-state'
import { aLink, NOW } from '@/lib/domain/testing/records'
import type { Resync, Subscribe } from '@/lib/protocol/messages'
import { PROTOCOL_VERSION } from '@/lib/protocol/version'

/** A cache whose server, clock and browser are turned by hand. */
export class HandCranked {
  server = NOW
  private steady = 1000
  private wall = NOW - 600_000
  readonly asked: (Subscribe | Resync)[] = []
  restarts = 0
  readonly cache: ConnectedLiveCache
  private listener: ConnectionListener | null = null
  private readonly ticks = new Set<() => void>()
  private readonly wakes = new Set<() => void>()
  private readonly offlines = new Set<() => void>()

  constructor(options: Partial<LiveCacheOptions> = {}) {
    this.cache = createLiveCache({
      queues: null,
      connect: this.connect,
      inflate: async (packed) => JSON.parse(new TextDecoder().decode(packed)) as LiveState,
      surroundings: this.surroundings(),
      ...options,
    })
    this.cache.connect()
  }

  up(): void {
    this.listener?.onUp()
    this.say({ type: 'hello', protocol: PROTOCOL_VERSION, build: 'b1', now: this.server })
  }

  down(): void {
    this.listener?.onDown()
  }

  say(message: Message): void {
    this.listener?.onMessage(message)
  }

  async snapshot(seq: number, state: Partial<LiveState>, epoch = 'e1'): Promise<void> {
    const packed = new TextEncoder().encode(JSON.stringify({ ...emptyLiveState(), ...state }))
    this.say({ type: 'snapshot', epoch, seq, now: this.server, packed })
    await new Promise((next) => setTimeout(next, 0))
  }

  diff(from: number, to: number, diff: LiveDiff, epoch = 'e1'): void {
    this.say({ type: 'diff', epoch, from, to, diff })
  }

  beat(seq: number, links: readonly LinkHealth[] = [aLink({ heardAt: this.server })], epoch = 'e1'): void {
    this.say({ type: 'heartbeat', epoch, seq, now: this.server, pbx: [...links] })
  }

  /** Time passes everywhere, second by second. */
  pass(ms: number): void {
    for (let left = ms; left > 0; left -= 1000) {
      const step = Math.min(1000, left)
      this.server += step
      this.steady += step
      this.wall += step
      if (step === 1000) for (const tick of this.ticks) tick()
    }
  }

  /** The tab is put away, or the page frozen: clocks go on, and nothing of ours runs. */
  hide(ms: number): void {
    this.server += ms
    this.steady += ms
    this.wall += ms
  }

  /** The laptop sleeps: its steady clock stands still. */
  sleep(ms: number): void {
    this.server += ms
    this.wall += ms
  }

  wake(): void {
    for (const wake of this.wakes) wake()
  }

  offline(): void {
    for (const offline of this.offlines) offline()
  }

  /** What hangs on the browser: timers and events listened to. */
  get hanging(): number {
    return this.ticks.size + this.wakes.size + this.offlines.size
  }

  private readonly connect: Connect = (_, listener) => {
    this.listener = listener
    return {
      subscribe: (message) => this.asked.push(message),
      resync: (message) => this.asked.push(message),
      restart: () => {
        this.restarts += 1
        listener.onDown()
      },
      close: () => {
        this.listener = null
      },
    }
  }

  private surroundings(): Surroundings {
    return {
      steadyNow: () => this.steady,
      wallNow: () => this.wall,
      every: (_, callback) => hang(this.ticks, callback),
      onWake: (callback) => hang(this.wakes, callback),
      onOffline: (callback) => hang(this.offlines, callback),
    }
  }
}

function hang(callbacks: Set<() => void>, callback: () => void): () => void {
  callbacks.add(callback)
  return () => callbacks.delete(callback)
}
