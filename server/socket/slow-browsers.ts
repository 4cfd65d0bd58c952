import type { Socket as Wire } from 'node:net'
import type { Browser } from './browser'

export const CHECK_MS = 1000
/** What may wait for one browser: with what comes until the next check, it costs 8 MB at most. */
const MAX_BUFFERED_BYTES = 6 * 1024 * 1024
/** How long bytes may wait without one of them getting away, in ms. */
const MAX_STILL_MS = 7000

type Sample = { sent: number; stillSince: number }

/** Watches what waits for each browser and names those to be cut: they would eat our memory and show an old picture. */
export class SlowBrowsers {
  bufferedBytes = 0
  private readonly samples = new Map<Browser, Sample>()

  /** Looks at all browsers once; `cut` gets those that stopped reading, with the reason. */
  check(wires: ReadonlyMap<Browser, Wire>, now: number, cut: (browser: Browser, why: string) => void): void {
    this.bufferedBytes = 0
    for (const [browser, wire] of wires) {
      if (wire.destroyed) continue
      const buffered = bufferedBytes(browser, wire)
      this.bufferedBytes += buffered
      const why = this.judge(browser, wire, buffered, now)
      if (why !== null) cut(browser, why)
    }
  }

  forget(browser: Browser): void {
    this.samples.delete(browser)
  }

  private judge(browser: Browser, wire: Wire, buffered: number, now: number): string | null {
    if (buffered === 0) {
      this.samples.delete(browser)
      return null
    }
    if (buffered > MAX_BUFFERED_BYTES) return `${buffered} bytes wait for it`
    const sent = wire.bytesWritten - wire.writableLength
    const sample = this.samples.get(browser)
    if (sample === undefined || sample.sent !== sent) this.samples.set(browser, { sent, stillSince: now })
    else if (now - sample.stillSince >= MAX_STILL_MS) return `it read nothing for ${now - sample.stillSince} ms`
    return null
  }
}

/** Bytes in the TCP socket's buffer and in engine.io's, which fills while one write is under way. */
function bufferedBytes(browser: Browser, wire: Wire): number {
  let bytes = wire.writableLength
  for (const packet of waitingPackets(browser)) bytes += packet.data?.length ?? 0
  return bytes
}

/** engine.io keeps this list private (engine.io 6.6, lib/socket.ts, `writeBuffer`); a test notices if it moves. */
function waitingPackets(browser: Browser): readonly { data?: string | Buffer }[] {
  return (browser.conn as unknown as { writeBuffer?: readonly { data?: string | Buffer }[] }).writeBuffer ?? []
}
