import type { Clock } from './clock'

type Task = { at: number; order: number; run: (() => void) | null }

/** A timer fires at most this often, so that a busy day costs few wake-ups; in ms. */
const GRANULARITY = 5
/** The longest sleep: a machine that slept notices soon; in ms. */
const LONGEST_SLEEP = 1000

/** The simulated day: tasks in the order of their time, run by a clock or fast-forwarded. */
export class Scheduler {
  private readonly heap: Task[] = []
  private time: number
  private order = 0
  private disarm: (() => void) | null = null
  private live = false

  constructor(
    private readonly clock: Clock,
    startAt: number,
    private readonly afterRun: () => void,
  ) {
    this.time = startAt
  }

  /** Simulated time in ms since 1970: the running task's own, so that fast-forwarding and real time look alike. */
  now(): number {
    return this.time
  }

  /** Runs `run` in `ms`; returns the undo. */
  after(ms: number, run: () => void): () => void {
    const task: Task = { at: this.time + Math.max(0, ms), order: this.order++, run }
    this.push(task)
    if (this.live && task === this.heap[0]) this.arm()
    return () => {
      task.run = null
    }
  }

  /** Runs everything due up to `until`, as fast as it goes. */
  runUntil(until: number): void {
    for (let task = this.heap[0]; task && task.at <= until; task = this.heap[0]) {
      this.pop()
      this.time = Math.max(this.time, task.at)
      task.run?.()
    }
    this.time = Math.max(this.time, until)
  }

  /** From now on the clock drives. */
  start(): void {
    this.live = true
    this.catchUp()
  }

  stop(): void {
    this.live = false
    this.disarm?.()
    this.disarm = null
    this.heap.length = 0
  }

  /** Brings the simulated time to the clock's: called before anything is answered. */
  catchUp(): void {
    if (!this.live) return
    this.runUntil(this.clock.now())
    this.afterRun()
    this.arm()
  }

  private arm(): void {
    this.disarm?.()
    const next = this.heap[0]
    const wait = next ? next.at - this.clock.now() : LONGEST_SLEEP
    this.disarm = this.clock.after(Math.min(Math.max(wait, GRANULARITY), LONGEST_SLEEP), () => this.catchUp())
  }

  private push(task: Task): void {
    const heap = this.heap
    let at = heap.push(task) - 1
    while (at > 0) {
      const above = (at - 1) >> 1
      if (!before(task, heap[above])) break
      heap[at] = heap[above] as Task
      at = above
    }
    heap[at] = task
  }

  private pop(): void {
    const heap = this.heap
    const last = heap.pop()
    if (!last || heap.length === 0) return
    let at = 0
    for (;;) {
      let below = 2 * at + 1
      if (below >= heap.length) break
      if (before(heap[below + 1], heap[below])) below++
      if (!before(heap[below], last)) break
      heap[at] = heap[below] as Task
      at = below
    }
    heap[at] = last
  }
}

function before(one: Task | undefined, other: Task | undefined): boolean {
  if (!one || !other) return false
  return one.at !== other.at ? one.at < other.at : one.order < other.order
}
