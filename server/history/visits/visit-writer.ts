import type { Visit } from '@/lib/domain/visit'
import type { Clock } from '@/server/clock'
import type { Database } from '@/server/db/types'
import type { Log } from '@/server/log'
import { repeat } from '@/server/socket/repeat'
import { rowOf, type VisitRow } from './visit-rows'

/** Written together: a hundred visits a second cost two writes. A kill loses no more than this. */
const WRITE_MS = 500
const ROWS_AT_ONCE = 200
/** So many visits wait while the database is away; then the oldest are lost, and counted. */
export const MAX_WAITING = 100_000

type WriterOptions = { database: Database; clock: Clock; log: Pick<Log, 'warn' | 'info'>; maxWaiting?: number }

/** How writing stands: `failingSince` in ms since 1970, `null` while all is well. */
export type WriterState = { waiting: number; lost: number; failingSince: number | null; error: string | null }

/**
 * Keeps visits in the database, the last word on each. Never blocks who tells of one; what cannot be written waits, up to
 * a bound, and is written once there is room.
 */
export class VisitWriter {
  private readonly waiting = new Map<string, VisitRow>()
  private readonly stop: () => void
  private writing: Promise<void> = Promise.resolve()
  private lost = 0
  private failing: { since: number; error: string } | null = null

  constructor(private readonly options: WriterOptions) {
    this.stop = repeat(options.clock, WRITE_MS, () => void this.write())
  }

  get state(): WriterState {
    const { failing, lost, waiting } = this
    return { waiting: waiting.size, lost, failingSince: failing?.since ?? null, error: failing?.error ?? null }
  }

  put(visit: Visit): void {
    // The newest word goes to the end, so that the oldest is what a bound leaves out.
    this.waiting.delete(visit.id)
    this.waiting.set(visit.id, rowOf(visit))
    if (this.waiting.size <= (this.options.maxWaiting ?? MAX_WAITING)) return
    const [oldest] = this.waiting.keys()
    if (oldest !== undefined) this.waiting.delete(oldest)
    this.lost += 1
  }

  /** Writes what waits. Never rejects. */
  write(): Promise<void> {
    this.writing = this.writing.then(() => this.writeNow())
    return this.writing
  }

  async close(): Promise<void> {
    this.stop()
    await this.write()
  }

  private async writeNow(): Promise<void> {
    while (this.waiting.size > 0) {
      const rows = [...this.waiting.values()].slice(0, ROWS_AT_ONCE)
      try {
        await upsert(this.options.database, rows)
      } catch (error) {
        this.fails(error)
        return
      }
      for (const row of rows) if (this.waiting.get(row.id) === row) this.waiting.delete(row.id)
      this.succeeds()
    }
  }

  private fails(error: unknown): void {
    const { clock, log } = this.options
    const text = error instanceof Error ? error.message : String(error)
    if (this.failing === null) log.warn({ err: error }, 'visits cannot be written down; they wait')
    this.failing = { since: this.failing?.since ?? clock.now(), error: text }
  }

  private succeeds(): void {
    if (this.failing === null) return
    this.options.log.info({ since: this.failing.since }, 'visits can be written down again')
    this.failing = null
  }
}

async function upsert({ db }: Database, rows: readonly VisitRow[]): Promise<void> {
  await db
    .insertInto('visits')
    .values([...rows])
    .onConflict((conflict) => conflict.column('id').doUpdateSet(({ ref }) => excluded(ref)))
    .execute()
}

const CHANGING = [
  ...['rings', 'left_at', 'ending', 'agent', 'agent_name', 'agent_channel', 'answered_at', 'talk_ended_at', 'held_ms'],
  ...['ended_by', 'transferred_to', 'is_partly_unseen', 'is_open', 'priority', 'name', 'number', 'number_key'],
] as const

function excluded(ref: (name: never) => unknown): Record<string, unknown> {
  return Object.fromEntries(CHANGING.map((column) => [column, ref(`excluded.${column}` as never)]))
}
