import { sameValue } from '@/lib/diff/same'
import type { LinkHealth } from '@/lib/domain/link'
import type { Heartbeat } from '@/lib/protocol/messages'
import { judgeFreshness, LATE_MS, trueSince } from './freshness'
import type { ServerClock } from './server-clock'
import type { Surroundings } from './surroundings'
import type { CacheStatus } from './types'

/** Keeps what is known of the connection and of the PBX links, and says what follows for the picture. */
export class StatusKeeper {
  current: CacheStatus = {
    freshness: 'connecting',
    trueAt: null,
    socket: 'connecting',
    socketLostAt: null,
    links: [],
    demo: false,
  }
  private socket: CacheStatus['socket'] = 'connecting'
  private socketLostAt: number | null = null
  private links: readonly LinkHealth[] = []
  /** By both clocks of the browser: the steady one may have slept, the other may have been set. */
  private beat: { steady: number; wall: number; server: number; fresh: boolean } | null = null

  constructor(
    private readonly clock: ServerClock,
    private readonly surroundings: Surroundings,
  ) {}

  get isConnected(): boolean {
    return this.socket === 'connected'
  }

  /** Heartbeats came on this connection, and have stopped. */
  get isSilent(): boolean {
    return (this.heartbeatAge() ?? 0) > LATE_MS
  }

  connected(): void {
    this.socket = 'connected'
    this.socketLostAt = null
    if (this.beat) this.beat.fresh = false
  }

  disconnected(): void {
    if (this.socket !== 'connected') return
    this.socket = 'disconnected'
    this.socketLostAt = this.clock.now()
  }

  heartbeat({ now, pbx }: Heartbeat): void {
    this.links = sameValue(this.links, pbx) ? this.links : pbx
    const { surroundings } = this
    this.beat = { steady: surroundings.steadyNow(), wall: surroundings.wallNow(), server: now, fresh: true }
  }

  /** Draws the conclusions; true when they are other than before. */
  judge(hasPicture: boolean, waiting: boolean): boolean {
    const { socket, socketLostAt, links } = this
    const freshness = judgeFreshness({
      hasPicture,
      socketConnected: this.isConnected,
      waiting,
      links,
      heartbeatAge: this.heartbeatAge(),
      now: this.clock.now(),
    })
    const trueAt = hasPicture && this.beat ? trueSince(links, this.beat.server) : null
    const next = { freshness, trueAt, socket, socketLostAt, links, demo: links.some(({ demo }) => demo) }
    if (sameValue(this.current, next)) return false
    this.current = next
    return true
  }

  private heartbeatAge(): number | null {
    if (this.beat === null || !this.beat.fresh) return null
    const { steadyNow, wallNow } = this.surroundings
    return Math.max(steadyNow() - this.beat.steady, wallNow() - this.beat.wall)
  }
}
