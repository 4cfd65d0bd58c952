import { randomBytes } from 'node:crypto'
import { systemClock } from '@/server/clock'
import { AmiError } from './ami-error'
import { backoffDelay } from './backoff'
import { HttpSession } from './http/session'
import { wayOf } from './http/target'
import type { AmiConnectionOptions, AmiStats } from './options'
import { AmiSession } from './session'
import type { Session, SessionOptions } from './session-options'
import { tcpDial } from './tcp-transport'
import { AMI_TIMES } from './times'
import { tlsDial } from './tls-transport'
import type { AmiAction, AmiConnection, AmiList, AmiListener, AmiMessage, AmiStatus, AmiWay } from './types'

const DEFAULT_EVENT_MASK = 'system,call,agent'

/** One AMI connection that counts what it does. */
export type CountedAmiConnection = AmiConnection & { stats(): AmiStats }

/** A connection that is not started yet. Throws nothing; what goes wrong later is told by its status. */
export function createAmiConnection(options: AmiConnectionOptions): CountedAmiConnection {
  return new ReconnectingAmi(options)
}

class ReconnectingAmi implements CountedAmiConnection {
  private current: AmiStatus = { state: 'closed' }
  private session: Session | null = null
  private lastHeardAt: number | null = null
  private attempt = 0
  private ready = false
  private hurry = false
  private cancelTimer = () => {}
  private readonly listeners = new Set<AmiListener>()
  private readonly clock
  private readonly random
  private readonly times
  private readonly counts: AmiStats = {
    ...{ receivedBytes: 0, sentBytes: 0, messages: 0, droppedEvents: 0, lostMessages: 0 },
    ...{ pings: 0, pingRoundTripMs: null, attempts: 0, logins: 0, refusedLogins: 0, readies: 0, pending: 0 },
  }

  constructor(private readonly options: AmiConnectionOptions) {
    this.clock = options.clock ?? systemClock
    this.random = options.random ?? Math.random
    this.times = { ...AMI_TIMES, ...options.times }
  }

  get status(): AmiStatus {
    return this.current
  }

  get heardAt(): number | null {
    return this.lastHeardAt
  }

  get way(): AmiWay {
    const { http, tls } = this.options
    if (http) return wayOf(http, Boolean(tls))
    return tls ? { way: 'tls', encrypted: true, limits: [] } : { way: 'tcp', encrypted: false, limits: [] }
  }

  get delayMs(): number | null {
    return this.counts.pingRoundTripMs
  }

  stats(): AmiStats {
    return { ...this.counts }
  }

  subscribe(listener: AmiListener): () => void {
    this.listeners.add(listener)
    return () => void this.listeners.delete(listener)
  }

  start(): void {
    if (this.current.state === 'closed') this.connect()
  }

  async close(): Promise<void> {
    this.cancelTimer()
    const { session, ready } = this
    this.session = null
    this.ready = false
    this.tell({ state: 'closed' })
    if (ready) await session?.logOff()
    else session?.end(new AmiError('link-lost', 'The connection was closed here'))
  }

  restart(reason: string): void {
    // At once, but not over and over: a session that was short waits as after any other failure.
    this.hurry = this.attempt === 0
    this.session?.end(new AmiError('link-lost', `Connecting anew: ${reason}`))
    this.hurry = false
  }

  async send(action: AmiAction): Promise<AmiMessage> {
    return this.readySession(action).send(action)
  }

  async list(action: AmiAction): Promise<AmiList> {
    return this.readySession(action).list(action)
  }

  private readySession(action: AmiAction): Session {
    if (this.session && this.ready) return this.session
    throw new AmiError('link-lost', `Action ${action.action}: not connected to the PBX (${this.current.state})`)
  }

  private connect(): void {
    this.attempt++
    this.counts.attempts++
    this.tell({ state: 'connecting', attempt: this.attempt })
    const { username, secret, login = 'md5', eventMask = DEFAULT_EVENT_MASK } = this.options
    const session: Session = this.open({
      credentials: { username, secret, login, eventMask },
      dropEvents: this.options.dropEvents ?? [],
      keepEvents: this.options.keepEvents ?? {},
      census: this.options.census,
      maxMessageBytes: this.options.maxMessageBytes,
      strict: this.options.strict ?? false,
      clock: this.clock,
      times: this.times,
      idPrefix: randomBytes(6).toString('hex'),
      stats: this.counts,
      onHeard: (at) => {
        this.lastHeardAt = at
      },
      onMessage: (message, receivedAt) => this.pass(message, receivedAt),
      onReady: (amiVersion) => this.becomeReady(amiVersion),
      onEnd: (error) => this.lose(session, error),
    })
    this.session = session
  }

  private open(options: SessionOptions): Session {
    const { host, port, tls = null, http } = this.options
    if (http) return new HttpSession({ ...options, target: { ...http, host, port, tls } })
    return new AmiSession({ ...options, dial: tls ? tlsDial(host, port, tls) : tcpDial(host, port) })
  }

  private pass(message: AmiMessage, receivedAt: number): void {
    for (const listener of this.listeners) this.guard(() => listener.message?.(message, receivedAt))
  }

  private becomeReady(amiVersion: string): void {
    this.ready = true
    this.counts.readies++
    this.cancelTimer = this.clock.after(this.times.stable, () => {
      this.attempt = 0
    })
    this.tell({ state: 'ready', since: this.clock.now(), amiVersion })
  }

  private lose(session: Session, error: AmiError): void {
    if (this.session !== session) return
    this.session = null
    this.ready = false
    this.cancelTimer()
    const refused = error.code === 'login-refused'
    if (refused) this.counts.refusedLogins++
    const backoff = backoffDelay(this.times, Math.max(1, this.attempt), refused, this.random())
    const delay = this.hurry ? 0 : backoff
    this.cancelTimer = this.clock.after(delay, () => this.connect())
    const retry = { error: error.message, attempt: this.attempt, nextTryAt: this.clock.now() + delay }
    this.tell({ state: refused ? 'refused' : 'lost', ...retry })
  }

  private tell(status: AmiStatus): void {
    this.current = status
    for (const listener of this.listeners) this.guard(() => listener.status?.(status))
  }

  /** One listener's fault must cost neither the other listeners nor the messages after this one. */
  private guard(call: () => void): void {
    try {
      call()
    } catch (error) {
      const report = this.options.onListenerError ?? rethrowLater
      report(error)
    }
  }
}

function rethrowLater(error: unknown): void {
  queueMicrotask(() => {
    throw error
  })
}
