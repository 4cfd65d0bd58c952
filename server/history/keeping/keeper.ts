import { sql } from 'kysely'
import { BEGINNING } from '@/lib/domain/gap'
import type { Clock } from '@/server/clock'
import type { Database } from '@/server/db/types'
import type { Log } from '@/server/log'

const DAY_MS = 86_400_000
const LOOK_MS = 3_600_000
/** Of each table in one statement: some milliseconds, in which nobody else writes. */
const PIECE = 100
/** Between two pieces, for everybody else. A million visits go within half an hour. */
const PAUSE_MS = 100

type Age = readonly [table: string, age: string, key?: readonly string[]]

/** What grows with time, the moment that says how old a row is, and the key of a row where it is no `id`. */
const AGES: readonly Age[] = [
  ['visits', 'entered_at'],
  ['turned_away', 'at'],
  // Days without a visit, too.
  ['kept_days', 'to_at'],
  ['lost_marks', 'at'],
  ['gaps', 'to_at'],
  ['gap_calls', 'to_at'],
  ['filled', 'to_at'],
  ['recent_calls', 'ended_at'],
  ['agent_spans', 'from_at', ['queue', 'from_at', 'interface', 'pbx']],
]
const REPLAY_AGES: readonly Age[] = [
  ['replay_chunks', 'to_at'],
  ['replay_marks', 'at'],
]

type KeeperOptions = {
  database: Database
  clock: Clock
  log: Pick<Log, 'warn'>
  keepDays: number
  /** Callers' numbers stand in the replay, too: it is never kept longer than the rest. 0: not at all. */
  replayDays: number
  piece?: number
}

/** Deletes what is older than is kept, in small pieces. */
export class Keeper {
  private cancel: () => void
  private isClosed = false

  constructor(private readonly options: KeeperOptions) {
    this.cancel = options.clock.after(PAUSE_MS, () => void this.look())
  }

  close(): void {
    this.isClosed = true
    this.cancel()
  }

  /** Deletes one piece of each table. Resolves to whether there is more. */
  async tidy(): Promise<boolean> {
    const { clock, keepDays, replayDays, piece = PIECE } = this.options
    const kept = [
      [AGES, keepDays],
      [REPLAY_AGES, Math.min(keepDays, replayDays)],
    ] as const
    let isMore = false
    // One moment for all of it: else what begins later now would be older than is kept a moment on.
    const now = clock.now()
    await this.beginLater(now - keepDays * DAY_MS)
    for (const [ages, days] of kept) {
      const oldest = now - days * DAY_MS
      for (const age of ages) if (await this.deleteOld(age, oldest, piece)) isMore = true
    }
    return isMore
  }

  /** Nothing is recorded any more of before, neither seen nor told by a log; told before it is gone, for figures are read at any moment. */
  private async beginLater(oldest: number): Promise<void> {
    const { db } = this.options.database
    await db
      .updateTable('gaps')
      .set({ to_at: oldest })
      .where('from_at', '=', BEGINNING)
      .where('to_at', '<', oldest)
      .execute()
    await db
      .updateTable('filled')
      .set({ from_at: oldest })
      .where('from_at', '<', oldest)
      .where('to_at', '>=', oldest)
      .execute()
  }

  /** Resolves to whether there may be more. */
  private async deleteOld([table, age, key = ['id']]: Age, oldest: number, piece: number): Promise<boolean> {
    const [name, at, row] = [sql.table(table), sql.ref(age), sql.join(key.map((column) => sql.ref(column)))]
    const old = sql`select ${row} from ${name} where ${at} < ${oldest} limit ${piece}`
    const { numAffectedRows = 0n } = await sql`delete from ${name} where (${row}) in (${old})`.execute(
      this.options.database.db,
    )
    return Number(numAffectedRows) >= piece
  }

  private async look(): Promise<void> {
    const isMore = await this.tidy().catch((error: unknown) => {
      if (!this.isClosed) this.options.log.warn({ err: error }, 'old visits could not be deleted; tried again')
      return false
    })
    if (!this.isClosed) this.cancel = this.options.clock.after(isMore ? PAUSE_MS : LOOK_MS, () => void this.look())
  }
}
