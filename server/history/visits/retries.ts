import type { Clock } from '@/server/clock'
import { textOf, type WriterState } from '../writer-state'

/** So many small writes wait while the database is away; then the oldest are lost. */
const MAX_WAITING = 10_000

/** Small writes that are made in their order, and wait while the database is away. Each may be made twice. */
export class Retries {
  private readonly waiting: (() => Promise<unknown>)[] = []
  private trying: Promise<void> = Promise.resolve()
  private lost = 0
  private failing: { since: number; error: string } | null = null

  /** `failed`: a write failed, and waits for the next try. */
  constructor(
    private readonly clock: Pick<Clock, 'now'>,
    private readonly failed: (error: unknown) => void,
  ) {}

  get state(): WriterState {
    const { failing, lost, waiting } = this
    return { waiting: waiting.length, lost, failingSince: failing?.since ?? null, error: failing?.error ?? null }
  }

  /** Nothing waits. */
  get isDone(): boolean {
    return this.waiting.length === 0
  }

  put(write: () => Promise<unknown>): void {
    if (this.waiting.length >= MAX_WAITING) {
      this.waiting.shift()
      this.lost += 1
    }
    this.waiting.push(write)
    void this.try()
  }

  /** Makes what waits, up to the first that fails. Never rejects. */
  try(): Promise<void> {
    this.trying = this.trying.then(() => this.tryNow())
    return this.trying
  }

  private async tryNow(): Promise<void> {
    for (let [first] = this.waiting; first !== undefined; [first] = this.waiting) {
      try {
        await first()
      } catch (error) {
        this.failing = { since: this.failing?.since ?? this.clock.now(), error: textOf(error) }
        this.failed(error)
        return
      }
      if (this.waiting[0] === first) this.waiting.shift()
    }
    this.failing = null
  }
}
