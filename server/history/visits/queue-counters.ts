import type { Queue } from '@/lib/domain/queue'
import type { Database } from '@/server/db/types'

/** Asterisk's own counters of a queue, as they stood at a moment. */
export type Counters = {
  queue: string
  /** ms since 1970 */
  at: number
  completed: number
  abandoned: number
  /** When they began; `null`: not known. */
  since: number | null
}

/** How counters grew from one moment to another. */
export type Growth = {
  queue: string
  from: number
  to: number
  completed: number
  abandoned: number
  /** They began anew in between, so this is what came after. */
  restarted: boolean
}

const ROWS_AT_ONCE = 200
/** Moments of starting are told apart if they differ by more: they are reckoned from uptimes in whole seconds. */
const SAME_START_MS = 10_000

export function countersOf({ name, completed, abandoned, countersSince }: Queue, at: number): Counters {
  return { queue: name, at, completed, abandoned, since: countersSince }
}

export function growthOf(before: Counters, after: Counters): Growth {
  const { queue, at: to } = after
  const restarted = hasRestarted(before, after)
  const base = !restarted ? before : isOther(before, after) ? after : { completed: 0, abandoned: 0 }
  const [completed, abandoned] = [after.completed - base.completed, after.abandoned - base.abandoned]
  return { queue, from: before.at, to, completed, abandoned, restarted }
}

/** By a reset, which no event tells, or because Asterisk did. */
function hasRestarted(before: Counters, after: Counters): boolean {
  if (after.completed < before.completed || after.abandoned < before.abandoned) return true
  if (after.since === null || after.since < before.at - SAME_START_MS) return false
  return before.since === null || after.since - before.since > SAME_START_MS
}

/** They count since long before, though not since when they did: another Asterisk answers now, and they tell nothing. */
function isOther(before: Counters, after: Counters): boolean {
  if (before.since === null || after.since === null) return false
  return after.since < before.at - SAME_START_MS && Math.abs(after.since - before.since) > SAME_START_MS
}

/** The counters of one PBX as they were last seen, kept in the database, so that they outlive a kill. */
export class QueueCounters {
  /** As they are in the database. */
  private readonly kept = new Map<string, Counters>()

  constructor(
    private readonly database: Database,
    private readonly pbx: string,
  ) {}

  /** What an earlier process kept. */
  async read(): Promise<readonly Counters[]> {
    const rows = await this.database.db.selectFrom('queue_counters').selectAll().where('pbx', '=', this.pbx).execute()
    for (const { queue, at, completed, abandoned, since_at: since } of rows) {
      this.kept.set(queue, { queue, at, completed, abandoned, since })
    }
    return [...this.kept.values()]
  }

  /** Writes down those that have changed. */
  async keep(counters: readonly Counters[]): Promise<void> {
    const changed = counters.filter((one) => !isSame(one, this.kept.get(one.queue)))
    for (let begin = 0; begin < changed.length; begin += ROWS_AT_ONCE) {
      const some = changed.slice(begin, begin + ROWS_AT_ONCE)
      await this.upsert(some)
      for (const one of some) this.kept.set(one.queue, one)
    }
  }

  private async upsert(counters: readonly Counters[]): Promise<void> {
    const rows = counters.map(({ queue, at, completed, abandoned, since }) => ({
      ...{ id: `${this.pbx}|${queue}`, pbx: this.pbx, queue, at, completed, abandoned, since_at: since },
    }))
    await this.database.db
      .insertInto('queue_counters')
      .values(rows)
      .onConflict((conflict) =>
        conflict.column('id').doUpdateSet(({ ref }) => ({
          ...{ at: ref('excluded.at'), completed: ref('excluded.completed') },
          ...{ abandoned: ref('excluded.abandoned'), since_at: ref('excluded.since_at') },
        })),
      )
      .execute()
  }
}

function isSame(one: Counters, other: Counters | undefined): boolean {
  return one.completed === other?.completed && one.abandoned === other.abandoned && one.since === other.since
}
