/** How long one turn of the event loop may be ours, in ms: everything else waits that long at most. */
const TURN_MS = 8

/** Does many small jobs over several turns of the event loop, in order, so that a thousand browsers at once hold up nobody. */
export class Turns {
  private jobs: (() => void)[] = []
  private next = 0
  private scheduled = false

  constructor(private readonly onError: (error: unknown) => void) {}

  add(job: () => void): void {
    this.jobs.push(job)
    if (this.scheduled) return
    this.scheduled = true
    setImmediate(() => this.turn())
  }

  clear(): void {
    this.jobs = []
    this.next = 0
  }

  private turn(): void {
    const end = performance.now() + TURN_MS
    while (this.next < this.jobs.length && performance.now() < end) this.run(this.jobs[this.next++])
    if (this.next < this.jobs.length) {
      setImmediate(() => this.turn())
      return
    }
    this.clear()
    this.scheduled = false
  }

  private run(job: (() => void) | undefined): void {
    try {
      job?.()
    } catch (error) {
      this.onError(error)
    }
  }
}
