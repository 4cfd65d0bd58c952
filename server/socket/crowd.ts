import type { IncomingMessage } from 'node:http'
import type { Socket as Wire } from 'node:net'
import { PROTOCOL_VERSION } from '@/lib/protocol/version'
import type { Clock } from '@/server/clock'
import type { Log } from '@/server/log'
import type { Browser } from './browser'
import { type RequestHandlers, Requests } from './requests'
import { SlowBrowsers } from './slow-browsers'

type CrowdOptions = {
  clock: Clock
  log: Pick<Log, 'warn'>
  build: string
  requests: RequestHandlers
  onLeave(browser: Browser): void
}

/** All browsers connected, each with the TCP socket below it. */
export class Crowd {
  cutBrowsers = 0
  private bytesOfGone = 0
  private readonly wires = new Map<Browser, Wire>()
  private readonly slow = new SlowBrowsers()

  constructor(private readonly options: CrowdOptions) {}

  get size(): number {
    return this.wires.size
  }

  get bufferedBytes(): number {
    return this.slow.bufferedBytes
  }

  get bytesSent(): number {
    let bytes = this.bytesOfGone
    for (const wire of this.wires.values()) bytes += wire.bytesWritten
    return bytes
  }

  welcome(browser: Browser): void {
    const { clock, build, requests } = this.options
    const wire = releaseRequest(browser)
    const asked = new Requests(browser, clock, requests)
    this.wires.set(browser, wire)
    browser.emit('hello', { type: 'hello', protocol: PROTOCOL_VERSION, build, now: clock.now() })
    browser.onAny((event: unknown, message: unknown) => asked.hear(String(event), message))
    browser.on('disconnect', (reason) => {
      asked.close()
      this.dismiss(browser, wire, reason)
    })
  }

  /** Cuts those that stopped reading. */
  checkSlow(): void {
    this.slow.check(this.wires, this.options.clock.now(), (browser, why) => {
      this.cutBrowsers += 1
      this.options.log.warn({ address: browser.handshake.address, why }, 'gateway: cut a browser that stopped reading')
      this.wires.get(browser)?.destroy()
    })
  }

  private dismiss(browser: Browser, wire: Wire, reason: string): void {
    this.wires.delete(browser)
    this.slow.forget(browser)
    this.bytesOfGone += wire.bytesWritten
    this.options.onLeave(browser)
    // ws would keep the buffers of a silent peer for 30 s, waiting for its goodbye.
    if (reason === 'ping timeout') wire.destroy()
  }
}

/**
 * The TCP socket of a browser; the HTTP request that brought it goes free. Socket.IO's guide to memory usage advises
 * so, because the request would otherwise stay as long as the connection, for weeks on a wall.
 */
function releaseRequest(browser: Browser): Wire {
  const wire = browser.request.socket
  const connection: { request: IncomingMessage | null } = browser.conn
  connection.request = null
  return wire
}
