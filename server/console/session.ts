import type { CountedAmiConnection } from '@/server/ami/connection'
import type { AmiListener, AmiStatus } from '@/server/ami/types'
import type { Clock } from '@/server/clock'
import { ConsoleError } from './console-error'
import { type Offer, readOffers } from './offers'

/** After so long without use it logs off: an idle console costs the PBX nothing. */
export const LINGER_MS = 60_000
/** So long whoever asks waits for a session. */
const OPENING_MS = 8_000
/** Longer messages are left out: no console shows them, and memory is bounded. */
const MOST_MESSAGE_BYTES = 4 * 1024 * 1024
/**
 * AMI answers one action after the other, and an Originate that is not async holds all others up until it ends: here
 * silence says little.
 */
const TIMES = { action: 120_000, silence: 130_000, ping: 30_000 }
/** How a connection of the console differs from the one of the live picture. */
export const CONSOLE_CONNECTION = { eventMask: 'system', maxMessageBytes: MOST_MESSAGE_BYTES, times: TIMES } as const
/** Classes: what tells that the PBX has booted, or everything that our account may read. */
const QUIET = 'system'
const EVERYTHING = 'on'

type SessionOptions = { connect(): CountedAmiConnection; clock: Clock; listener: AmiListener }

/**
 * The console's own session at the PBX, beside the one of the live picture: there while somebody uses it. Events are
 * sent to it only while somebody watches them.
 */
export class ConsoleSession {
  private connection: CountedAmiConnection | null = null
  private users = 0
  private watchers = 0
  private offered: Promise<ReadonlyMap<string, Offer> | null> | null = null
  private readonly waiting = new Set<() => void>()
  private cancelLinger = () => {}

  constructor(private readonly options: SessionOptions) {}

  get status(): AmiStatus {
    return this.connection?.status ?? { state: 'closed' }
  }

  /** Uses the session while `work` goes on; rejects with `unreachable` when there is none in time. */
  async use<T>(work: (connection: CountedAmiConnection) => Promise<T>): Promise<T> {
    const release = this.hold()
    try {
      return await work(await this.ready())
    } finally {
      release()
    }
  }

  /** Opens the session, if need be, and keeps it open until the returned function is called. */
  hold(): () => void {
    this.cancelLinger()
    this.users++
    this.open()
    return once(() => {
      this.users--
      if (this.users === 0) this.linger()
    })
  }

  /** The same, with events. */
  watch(): () => void {
    const release = this.hold()
    this.watchers++
    if (this.watchers === 1) this.setMask()
    return once(() => {
      this.watchers--
      if (this.watchers === 0) this.setMask()
      release()
    })
  }

  /** What the PBX offers to our account; `null`: it does not tell. Asked once per login. */
  offers(connection: CountedAmiConnection): Promise<ReadonlyMap<string, Offer> | null> {
    this.offered ??= connection.send({ action: 'ListCommands' }).then(readOffers, () => null)
    return this.offered
  }

  async close(): Promise<void> {
    this.cancelLinger()
    const { connection } = this
    this.connection = null
    await connection?.close()
  }

  /** Whoever asks does not wait for the next try of a link that was lost; a refused login keeps its pause. */
  private open(): void {
    if (this.connection?.status.state === 'lost' && this.waiting.size === 0) {
      this.connection.close().catch(() => undefined)
      this.connection = null
    }
    if (this.connection !== null) return
    const connection = this.options.connect()
    this.connection = connection
    connection.subscribe({ status: (status) => this.connection === connection && this.changed(status) })
    const { listener } = this.options
    connection.subscribe({
      message: (message, at) => listener.message?.(message, at),
      status: (status) => this.connection === connection && listener.status?.(status),
    })
    connection.start()
  }

  private changed(status: AmiStatus): void {
    this.offered = null
    if (status.state === 'ready' && this.watchers > 0) this.setMask()
    for (const look of [...this.waiting]) look()
  }

  /** What it answers is seen by what comes; a session that is not ready yet sets it when it is. */
  private setMask(): void {
    const { connection } = this
    if (connection?.status.state !== 'ready') return
    const headers = { EventMask: this.watchers > 0 ? EVERYTHING : QUIET }
    connection.send({ action: 'Events', headers }).catch(() => undefined)
  }

  private linger(): void {
    this.cancelLinger = this.options.clock.after(LINGER_MS, () => void this.close())
  }

  private ready(): Promise<CountedAmiConnection> {
    return new Promise((resolve, reject) => {
      const look = () => {
        const { connection } = this
        const state = connection?.status.state ?? 'closed'
        if (connection && state === 'ready') done(() => resolve(connection))
        else if (state !== 'connecting') done(() => reject(this.unreachable()))
      }
      const cancel = this.options.clock.after(OPENING_MS, () => done(() => reject(this.unreachable())))
      const done = (tell: () => void) => {
        cancel()
        this.waiting.delete(look)
        tell()
      }
      this.waiting.add(look)
      look()
    })
  }

  private unreachable(): ConsoleError {
    const { status } = this
    const why = 'error' in status ? status.error : `its session is ${status.state}`
    return new ConsoleError('unreachable', `The PBX cannot be reached: ${why}`)
  }
}

function once(call: () => void): () => void {
  let called = false
  return () => {
    if (called) return
    called = true
    call()
  }
}
