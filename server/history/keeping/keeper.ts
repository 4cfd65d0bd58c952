import { sql } from 'kysely'
import type { Clock } from '@/server/clock'
import type { Database } from '@/server/db/types'
import type { Log } from '@/server/log'

const DAY_MS = 86_400_000
const LOOK_MS = 3_600_000
/** Of each table in one statement: some milliseconds, in which nobody else writes. */
const PIECE = 100
/** Between two pieces, for everybody else. A million visits go within half an hour. */
const PAUSE_MS = 100

/** What grows with time, the moment that says how old a row is, and the key of a row where it is no `id`. */
const AGES: readonly (readonly [table: string, age: string, key?: readonly string[]])[] = [
  ['visits', 'entered_at'],
  ['turned_away', 'at'],
  ['gaps', 'to_at'],
  ['gap_calls', 'to_at'],
  ['filled', 'to_at'],
  ['recent_calls', 'ended_at'],
  ['agent_spans', 'from_at', ['queue', 'from_at', 'interface', 'pbx']],
]

type KeeperOptions = { database: Database; clock: Clock; log: Pick<Log, 'warn'>; keepDays: number; piece?: number }

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
    const { database, clock, keepDays, piece = PIECE } = this.options
    const oldest = clock.now() - keepDays * DAY_MS
    let isMore = false
    for (const [table, age, key = ['id']] of AGES) {
      const [name, at, row] = [sql.table(table), sql.ref(age), sql.join(key.map((column) => sql.ref(column)))]
      const old = sql`select ${row} from ${name} where ${at} < ${oldest} limit ${piece}`
      const { numAffectedRows = 0n } = await sql`delete from ${name} where (${row}) in (${old})`.execute(database.db)
      isMore ||= Number(numAffectedRows) >= piece
    }
    return isMore
  }

  private async look(): Promise<void> {
    const isMore = await this.tidy().catch((error: unknown) => {
      if (!this.isClosed) this.options.log.warn({ err: error }, 'old visits could not be deleted; tried again')
      return false
    })
    if (!this.isClosed) this.cancel = this.options.clock.after(isMore ? PAUSE_MS : LOOK_MS, () => void this.look())
  }
}
