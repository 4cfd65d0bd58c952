import type { Clock } from '@/server/clock'

/** Requests that may come at once, and how long until one more may, in ms. */
const BURST = 5
const REFILL_MS = 1000

/** So many at once, then one a second. What comes too early is put off; a newer one takes its place. */
export class Allowance {
  private left = BURST
  private filledAt: number
  private waiting: { job: () => void; cancel: () => void } | null = null

  constructor(private readonly clock: Clock) {
    this.filledAt = clock.now()
  }

  get isWaiting(): boolean {
    return this.waiting !== null
  }

  take(job: () => void): void {
    if (this.waiting) {
      this.waiting.job = job
      return
    }
    this.refill()
    if (this.left > 0) {
      this.left -= 1
      job()
      return
    }
    const cancel = this.clock.after(REFILL_MS, () => this.runWaiting())
    this.waiting = { job, cancel }
  }

  /** Forgets what waits. */
  close(): void {
    this.waiting?.cancel()
    this.waiting = null
  }

  private runWaiting(): void {
    const job = this.waiting?.job
    this.waiting = null
    this.filledAt = this.clock.now()
    job?.()
  }

  private refill(): void {
    const now = this.clock.now()
    const whole = Math.floor((now - this.filledAt) / REFILL_MS)
    if (whole < 1) return
    this.left = Math.min(BURST, this.left + whole)
    this.filledAt += whole * REFILL_MS
  }
}
