import type { Clock } from '@/server/clock'

type Due = { at: number; callback: () => void }

/** A clock that moves only when a test says so. */
export class FixedClock implements Clock {
  private time: number
  private waiting: Due[] = []

  constructor(startAt = Date.UTC(2026, 10, 23, 9, 42)) {
    this.time = startAt
  }

  now(): number {
    return this.time
  }

  after(ms: number, callback: () => void): () => void {
    const due = { at: this.time + ms, callback }
    this.waiting.push(due)
    return () => {
      this.waiting = this.waiting.filter((other) => other !== due)
    }
  }

  /** Moves time on and calls back whatever falls due on the way, in order. */
  advance(ms: number): void {
    const end = this.time + ms
    for (let next = this.nextDue(end); next; next = this.nextDue(end)) {
      this.time = Math.max(this.time, next.at)
      const callback = next.callback
      this.waiting = this.waiting.filter((other) => other !== next)
      callback()
    }
    this.time = end
  }

  /** It is set otherwise: what waits is called back as long after as it would have been. */
  step(ms: number): void {
    this.time += ms
    for (const due of this.waiting) due.at += ms
  }

  private nextDue(end: number): Due | undefined {
    return this.waiting.filter((due) => due.at <= end).sort((a, b) => a.at - b.at)[0]
  }
}
