import { describe, expect, it } from 'vitest'
import { ServerClock } from './server-clock'

const START = Date.UTC(2026, 10, 23, 9, 42)

/** A server and a browser whose clocks start apart, and a way between them. */
class TwoClocks {
  server = START
  local = 5000
  readonly clock = new ServerClock(
    () => this.local,
    () => START - 600_000,
  )

  pass(ms: number): void {
    this.server += ms
    this.local += ms
  }

  /** The server sends now; the message is on its way for `delay` ms. */
  beat(delay: number): void {
    const sent = this.server
    this.pass(delay)
    this.clock.hear(sent)
  }

  get error(): number {
    return this.clock.now() - this.server
  }
}

describe('the server clock as a browser knows it', () => {
  it('is the browser’s own until the server has told it', () => {
    expect(new TwoClocks().clock.now()).toBe(START - 600_000)
  })

  it('is right within the shortest delay, though the browser’s clock is 10 minutes off', () => {
    const two = new TwoClocks()
    for (const delay of [400, 35, 900, 120]) {
      two.beat(delay)
      two.pass(2000 - delay)
    }
    expect(two.error).toBe(-35)
  })

  it('is not led astray by messages that were held up on the way', () => {
    const two = new TwoClocks()
    two.beat(20)
    two.pass(2000)
    const held = [two.server, two.server + 2000, two.server + 4000, two.server + 6000]
    two.pass(8000)
    for (const sent of held) two.clock.hear(sent)
    expect(two.error).toBe(-20)
  })

  it('never goes back when a better sample leaves the window', () => {
    const two = new TwoClocks()
    two.beat(10)
    let last = two.clock.now()
    for (let beats = 0; beats < 40; beats++) {
      two.beat(700)
      two.pass(1300)
      const now = two.clock.now()
      expect(now).toBeGreaterThanOrEqual(last)
      last = now
    }
    expect(two.error).toBeGreaterThanOrEqual(-700)
  })

  it('is right at the first heartbeat after the laptop slept and its steady clock stood still', () => {
    const two = new TwoClocks()
    two.beat(20)
    two.server += 3_600_000
    two.beat(30)
    expect(two.error).toBe(-30)
  })

  it('follows a server whose clock was set back, once three heartbeats agree', () => {
    const two = new TwoClocks()
    two.beat(20)
    two.server -= 3_600_000
    for (let beats = 0; beats < 3; beats++) {
      two.pass(2000)
      two.beat(20)
    }
    expect(Math.abs(two.error)).toBeLessThanOrEqual(20)
  })
})
