import { AmiError } from './ami-error'
import { BannerLine } from './banner'
import { BootWait } from './boot'
import { logoff, ping } from './builders'
import { Keepalive } from './keepalive'
import { logIn } from './login'
import { PendingActions } from './pending'
import { MessageReader } from './reader'
import type { Session, SessionOptions } from './session-options'
import type { Dial, Transport } from './transport'
import type { AmiAction, AmiList, AmiMessage } from './types'
import { bannerVersion } from './versions'

type AmiSessionOptions = SessionOptions & { dial: Dial }

/** One login over one connection: from dialling to its end. It never comes back; the connection makes another. */
export class AmiSession implements Session {
  private heardAt: number
  private ended = false
  private loggedIn = false
  private amiVersion: string | null = null
  private readonly banner = new BannerLine()
  private readonly reader: MessageReader
  private readonly pending: PendingActions
  private readonly keepalive: Keepalive
  private readonly boot: BootWait
  private readonly transport: Transport
  private cancelConnectLimit: () => void

  constructor(private readonly options: AmiSessionOptions) {
    const { clock, times } = options
    this.heardAt = clock.now()
    this.reader = new MessageReader({
      dropEvents: options.dropEvents,
      keepEvents: options.keepEvents,
      ...(options.census && { census: options.census }),
      ...(options.maxMessageBytes !== undefined && { maxMessageBytes: options.maxMessageBytes }),
      onMessage: (message) => this.deliver(message),
      onLost: () => options.stats.lostMessages++,
    })
    this.pending = this.openPending()
    this.keepalive = new Keepalive({
      ...{ clock, times, heardAt: () => this.heardAt, ping: () => this.ping() },
      dead: () => this.end(new AmiError('link-lost', `Not a byte from the PBX within ${times.silence} ms`)),
    })
    this.boot = new BootWait({
      ...{ clock, times, list: (action) => this.list(action) },
      booted: () => this.becomeReady(),
      failed: (error) => this.end(error),
    })
    this.cancelConnectLimit = clock.after(times.connect, () =>
      this.end(new AmiError('timeout', `No AMI greeting within ${times.connect} ms`)),
    )
    this.transport = this.dial()
  }

  send(action: AmiAction): Promise<AmiMessage> {
    return this.pending.send(action)
  }

  list(action: AmiAction): Promise<AmiList> {
    return this.pending.list(action)
  }

  /** Says Logoff and waits shortly for Goodbye. */
  async logOff(): Promise<void> {
    const goodbye = this.pending.send(logoff()).catch(() => undefined)
    const limit = new Promise<void>((resolve) => void this.options.clock.after(this.options.times.goodbye, resolve))
    await Promise.race([goodbye, limit])
    this.end(new AmiError('link-lost', 'The connection was closed here'))
  }

  end(error: AmiError): void {
    if (this.ended) return
    this.ended = true
    this.cancelConnectLimit()
    this.keepalive.stop()
    this.boot.stop()
    this.pending.end(error)
    this.options.stats.pending = 0
    this.transport.destroy()
    this.options.onEnd(error)
  }

  private openPending(): PendingActions {
    const { clock, idPrefix, strict, times } = this.options
    return new PendingActions({
      ...{ clock, idPrefix, strict },
      timeout: times.action,
      write: (bytes) => this.write(bytes),
    })
  }

  private dial(): Transport {
    try {
      return this.options.dial({
        data: (chunk) => this.receive(chunk),
        closed: (error) => this.end(error),
      })
    } catch (cause) {
      // A certificate authority that cannot be read, for one.
      this.options.clock.after(0, () => this.end(new AmiError('link-lost', (cause as Error).message)))
      return { write: () => {}, destroy: () => {} }
    }
  }

  private write(bytes: Buffer): void {
    this.options.stats.sentBytes += bytes.length
    this.transport.write(bytes)
  }

  private receive(chunk: Buffer): void {
    if (this.ended) return
    this.heardAt = this.options.clock.now()
    this.options.onHeard(this.heardAt)
    this.options.stats.receivedBytes += chunk.length
    if (this.amiVersion !== null) this.read(chunk)
    else this.readBanner(chunk)
  }

  private readBanner(chunk: Buffer): void {
    const banner = this.banner.push(chunk)
    if (!banner) return
    this.amiVersion = bannerVersion(banner.line)
    if (this.amiVersion === null) {
      const found = JSON.stringify(banner.line.slice(0, 60))
      this.end(new AmiError('not-ami', `The PBX greeted with ${found}, expected "Asterisk Call Manager/…"`))
      return
    }
    this.cancelConnectLimit()
    void this.logIn()
    this.read(banner.rest)
  }

  private read(chunk: Buffer): void {
    const { reader } = this
    const { stats } = this.options
    const [seen, dropped] = [reader.seen, reader.dropped]
    reader.push(chunk)
    stats.messages += reader.seen - seen
    stats.droppedEvents += reader.dropped - dropped
    stats.pending = this.pending.size
  }

  private deliver(message: AmiMessage): void {
    if (this.ended) return
    this.pending.take(message)
    this.boot.take(message)
    this.options.onMessage(message, this.heardAt)
  }

  private async logIn(): Promise<void> {
    this.options.stats.logins++
    try {
      await logIn((action) => this.send(action), this.options.credentials)
    } catch (error) {
      this.end(error instanceof AmiError ? error : new AmiError('link-lost', String(error)))
      return
    }
    if (this.ended) return
    this.loggedIn = true
    this.keepalive.start()
    this.boot.start()
    this.becomeReady()
  }

  private becomeReady(): void {
    if (this.loggedIn && this.boot.booted && !this.ended) this.options.onReady(this.amiVersion ?? '')
  }

  private ping(): void {
    const { clock, stats } = this.options
    const sentAt = clock.now()
    stats.pings++
    this.pending.send(ping()).then(
      () => {
        stats.pingRoundTripMs = clock.now() - sentAt
      },
      // A ping without an answer is judged by the silence that goes with it.
      () => {},
    )
  }
}
