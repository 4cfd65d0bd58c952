import type { Database } from '@/server/db/types'
import { breath } from '../reports/breath'
import type { Span } from '../reports/span'
import { type Claim, claimDays, daysKept, type Kept, keepDays } from './kept-days'
import type { Shelf } from './shelf'

/** So many days are read from what is kept at once. */
const MANY_DAYS = 92
/** So many rows are written down at once, so that who goes away loses little. */
const MANY_ROWS = 400

type QueueDaysWatch = {
  signal?: AbortSignal | undefined
  /** @param at a moment up to which all is read */
  told?(at: number): void
}

type Run = Span & { days: Span[]; isKept: boolean }

/** The finished days of one queue, in what is kept of them; what is not is read from its visits. */
export class QueueDays<T> {
  constructor(
    private readonly database: Database,
    private readonly kept: Kept,
    private readonly shelf: Shelf<T>,
    private readonly watch: QueueDaysWatch = {},
  ) {}

  /**
   * @param days one after the other, without a gap
   * @param isKeeping whether what is read from visits is kept from now on
   */
  async *read(days: readonly Span[], isKeeping: boolean): AsyncGenerator<T> {
    for (const run of await this.runs(days)) {
      this.watch.signal?.throwIfAborted()
      this.watch.told?.(run.from)
      const all = run.isKept ? await this.shelf.read(run) : null
      // Reports are made where nothing can be written, too.
      if (all === null) yield* this.readVisits(run.days, isKeeping ? await this.claim(run.days).catch(() => []) : [])
      else yield all
      await breath()
    }
  }

  /** Keeps what is not kept yet, and gives way after each day. @throws where it cannot: it would be read for nothing */
  async *keep(days: readonly Span[]): AsyncGenerator<void> {
    for (const run of await this.runs(days)) {
      if (run.isKept) continue
      for await (const _ of this.readVisits(run.days, await this.claim(run.days))) yield
    }
  }

  /** Which of these days are not kept. */
  async missing(days: readonly Span[]): Promise<Span[]> {
    const known = await this.known(days)
    return days.filter((day) => !known.has(keyOf(day)))
  }

  /** Days that are kept, and days that are not, by turns. */
  private async runs(days: readonly Span[]): Promise<Run[]> {
    const known = await this.known(days)
    const runs: Run[] = []
    for (const day of days) {
      const isKept = known.has(keyOf(day))
      const run = runs.at(-1)
      if (run !== undefined && run.isKept === isKept && (!isKept || this.isReadWith(run, day))) {
        run.days.push(day)
        run.to = day.to
      } else runs.push({ ...day, days: [day], isKept })
    }
    return runs
  }

  private isReadWith(run: Run, day: Span): boolean {
    return run.days.length < MANY_DAYS && (this.shelf.continues?.(run, day) ?? true)
  }

  private async known(days: readonly Span[]): Promise<ReadonlySet<string>> {
    const [first, last] = [days[0], days.at(-1)]
    if (first === undefined || last === undefined) return new Set()
    return new Set((await daysKept(this.database, this.kept, { from: first.from, to: last.to })).map(keyOf))
  }

  private claim(days: readonly Span[]): Promise<Claim[]> {
    return claimDays(this.database, this.kept, days)
  }

  private async *readVisits(days: readonly Span[], claims: readonly Claim[]): AsyncGenerator<T> {
    const { database, shelf, watch } = this
    const ids = new Map(claims.map(({ id, day }) => [keyOf(day), id]))
    let summed: { id: number; all: T }[] = []
    const keep = async () => {
      const some = summed
      summed = []
      await keepDays(database, some, (tx, left) => shelf.write(tx, left)).catch(() => {})
    }
    try {
      for (const day of days) {
        watch.signal?.throwIfAborted()
        watch.told?.(day.from)
        const all = await shelf.count(day)
        const id = ids.get(keyOf(day))
        if (id !== undefined) summed.push({ id, all })
        if (summed.reduce((rows, one) => rows + shelf.rowsOf(one.all) + 1, 0) >= MANY_ROWS) await keep()
        yield shelf.asked(day, all)
      }
    } finally {
      // Whoever goes away leaves what was done.
      await keep()
    }
  }
}

function keyOf({ from, to }: Span): string {
  return `${from}|${to}`
}
