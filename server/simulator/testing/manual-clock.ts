import type { Clock } from '../clock'

type Due = { at: number; callback: () => void }

/** A clock that moves only by hand. */
export class ManualClock implements Clock {
  private due: Due[] = []

  constructor(private time = Date.UTC(2026, 10, 23, 9, 42)) {}

  now(): number {
    return this.time
  }

  after(ms: number, callback: () => void): () => void {
    const due = { at: this.time + ms, callback }
    this.due.push(due)
    return () => {
      this.due = this.due.filter((other) => other !== due)
    }
  }

  advance(ms: number): void {
    const end = this.time + ms
    for (let next = this.next(end); next; next = this.next(end)) {
      const { at, callback } = next
      this.due = this.due.filter((other) => other !== next)
      this.time = Math.max(this.time, at)
      callback()
    }
    this.time = end
  }

  private next(end: number): Due | undefined {
    return this.due.filter(({ at }) => at <= end).sort((one, other) => one.at - other.at)[0]
  }
}
