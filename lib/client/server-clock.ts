/** Samples looked back at: a minute of heartbeats. */
const WINDOW = 30
/** Further behind than any delay on the way explains, in ms. */
const STEP_BACK_MS = 1000
/** So many samples must agree, within so many ms, that the server's clock (or ours) was set. */
const AGREEING = 3
const AGREEMENT_MS = 300
/** Up to here the clock stands still rather than go back, in ms. */
const STANDSTILL_MS = 2000

/**
 * The server's clock as a browser knows it. Every message comes late by its time on the way, never early, so the
 * sample furthest ahead is the best one (the min-delay filter of NTP, RFC 5905, section 10).
 */
export class ServerClock {
  private offsets: number[] = []
  private offset: number | null = null
  private last = Number.NEGATIVE_INFINITY

  /** `local`: any steady count of ms; `guess`: the time until the server has told it. */
  constructor(
    private readonly local: () => number,
    private readonly guess: () => number,
  ) {}

  /** Takes in a message that said it was sent at `serverNow`. */
  hear(serverNow: number): void {
    const sample = serverNow - this.local()
    this.offsets.push(sample)
    if (this.offsets.length > WINDOW) this.offsets.shift()
    if (this.wasSetBack()) this.offsets = this.offsets.slice(-AGREEING)
    this.offset = Math.max(...this.offsets)
  }

  /** Ms since 1970; never goes back, unless a clock was set. */
  now(): number {
    const now = this.offset === null ? this.guess() : this.local() + this.offset
    const back = this.last - now
    if (this.offset !== null && !(back > 0 && back < STANDSTILL_MS)) this.last = now
    return this.offset === null ? now : this.last
  }

  private wasSetBack(): boolean {
    const recent = this.offsets.slice(-AGREEING)
    if (recent.length < AGREEING) return false
    const best = Math.max(...recent)
    return best - Math.min(...recent) <= AGREEMENT_MS && Math.max(...this.offsets) - best > STEP_BACK_MS
  }
}
