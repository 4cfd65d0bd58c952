import type { Clock } from '@/server/clock'
import type { Log } from '@/server/log'
import { repeat } from '@/server/socket/repeat'
import { Rounds } from './rounds'
import { textOf, type WriterState } from './writer-state'

/** Written together: a hundred visits a second cost two writes. A kill loses no more than this. */
const WRITE_MS = 500
const ROWS_AT_ONCE = 200
/** So many rows wait while the database is away; then the oldest are lost, and counted. */
const MAX_WAITING = 100_000

type WriterOptions<Row> = {
  /** What is written, for the log: visits. */
  what: string
  /** Writes some rows together, each in place of an earlier one of the same key. */
  upsert(rows: readonly Row[]): Promise<unknown>
  clock: Clock
  log: Pick<Log, 'warn' | 'info'>
  maxWaiting?: number
}

/**
 * Writes rows down in batches, the last word on each. Never blocks who tells of one; what cannot be written waits, up to a
 * bound, and is written once there is room.
 */
export class BatchWriter<Row> {
  private readonly waiting = new Map<string, Row>()
  private readonly stop: () => void
  private readonly rounds = new Rounds(() => this.writeNow())
  private lost = 0
  private failing: { since: number; error: string } | null = null

  constructor(private readonly options: WriterOptions<Row>) {
    this.stop = repeat(options.clock, WRITE_MS, () => void this.write())
  }

  get state(): WriterState {
    const { failing, lost, waiting } = this
    return { waiting: waiting.size, lost, failingSince: failing?.since ?? null, error: failing?.error ?? null }
  }

  put(key: string, row: Row): void {
    // The newest word goes to the end, so that the oldest is what a bound leaves out.
    this.waiting.delete(key)
    this.waiting.set(key, row)
    if (this.waiting.size <= (this.options.maxWaiting ?? MAX_WAITING)) return
    const [oldest] = this.waiting.keys()
    if (oldest !== undefined) this.waiting.delete(oldest)
    this.lost += 1
  }

  /** Writes what waits. Never rejects. */
  write(): Promise<void> {
    return this.rounds.ask()
  }

  async close(): Promise<void> {
    this.stop()
    await this.write()
  }

  private async writeNow(): Promise<void> {
    while (this.waiting.size > 0) {
      const some = this.oldest()
      try {
        await this.options.upsert(some.map(([, row]) => row))
      } catch (error) {
        this.fails(error)
        return
      }
      for (const [key, row] of some) if (this.waiting.get(key) === row) this.waiting.delete(key)
      this.succeeds()
    }
  }

  /** Of very many only those that are written now are looked at. */
  private oldest(): [string, Row][] {
    const some: [string, Row][] = []
    for (const entry of this.waiting) {
      if (some.push(entry) === ROWS_AT_ONCE) break
    }
    return some
  }

  private fails(error: unknown): void {
    const { clock, log, what } = this.options
    if (this.failing === null) log.warn({ err: error }, `${what} cannot be written down; they wait`)
    this.failing = { since: this.failing?.since ?? clock.now(), error: textOf(error) }
  }

  private succeeds(): void {
    if (this.failing === null) return
    this.options.log.info({ since: this.failing.since }, `${this.options.what} can be written down again`)
    this.failing = null
  }
}
