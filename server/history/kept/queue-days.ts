import type { KpiRules } from '@/lib/domain/kpi'
import type { Database } from '@/server/db/types'
import { breath } from '../reports/breath'
import { addCounted, type Counted } from '../reports/counted'
import { PieceLength } from '../reports/pieces'
import type { Span } from '../reports/span'
import { type Apart, countedIn } from '../reports/sums'
import type { Cut } from './kept-cut'
import { type Claim, claimDays, daysKept, type Kept, keepDays } from './kept-days'
import { readKept } from './read-kept'

/** So many days are read from what is kept at once. */
const MANY_DAYS = 92
/** So many sums are written down at once, so that who goes away loses little. */
const MANY_SUMS = 400

type QueueDaysWatch = { signal?: AbortSignal | undefined; told(at: number): void }

type Wanted = {
  rules: Pick<KpiRules, 'thresholdMs' | 'shortMs'>
  /** What is told apart in what is kept. */
  apart: Apart
  /** What is told apart in what is asked for: the same, or less. */
  cut: Cut
  agent: string | null
}

type Run = Span & { days: Span[]; isKept: boolean }

/** The finished days of one queue, in what is kept of them; what is not is read from its visits, and kept. */
export class QueueDays {
  private readonly length = new PieceLength()

  constructor(
    private readonly database: Database,
    private readonly kept: Kept,
    private readonly watch: QueueDaysWatch,
  ) {}

  /** @param days one after the other, without a gap */
  async *read(days: readonly Span[], wanted: Wanted): AsyncGenerator<Counted[]> {
    for (const run of await this.runs(days)) {
      this.watch.signal?.throwIfAborted()
      this.watch.told(run.from)
      const rows = run.isKept ? await readKept(this.database, this.kept, { ...run, ...wanted }) : null
      if (rows === null) yield* this.readVisits(run.days, wanted)
      else yield rows
      await breath()
    }
  }

  /** Days that are kept, and days that are not, by turns. */
  private async runs(days: readonly Span[]): Promise<Run[]> {
    const [first, last] = [days[0], days.at(-1)]
    if (first === undefined || last === undefined) return []
    const found = await daysKept(this.database, this.kept, { from: first.from, to: last.to })
    const known = new Set(found.map(({ from, to }) => `${from}|${to}`))
    const runs: Run[] = []
    for (const day of days) {
      const isKept = known.has(`${day.from}|${day.to}`)
      const run = runs.at(-1)
      if (run?.isKept !== isKept || (isKept && run.days.length >= MANY_DAYS)) {
        runs.push({ ...day, days: [day], isKept })
      } else {
        run.days.push(day)
        run.to = day.to
      }
    }
    return runs
  }

  private async *readVisits(days: readonly Span[], wanted: Wanted): AsyncGenerator<Counted[]> {
    const { database, kept, watch } = this
    // Reports are made where nothing can be written, too.
    const claims = await claimDays(database, kept, days).catch(() => [])
    const ids = new Map(claims.map(({ id, day }) => [`${day.from}|${day.to}`, id]))
    const { rules, apart, cut, agent } = wanted
    let summed: { id: Claim['id']; rows: Counted[] }[] = []
    const keep = async () => {
      const some = summed
      summed = []
      await keepDays(database, some).catch(() => {})
    }
    try {
      for (const day of days) {
        const rows: Counted[] = []
        const counting = { ...day, queue: kept.queue, agent: null, rules, apart }
        for await (const piece of countedIn(database, counting, { ...watch, length: this.length })) rows.push(...piece)
        const all = united(day, rows, apart)
        const id = ids.get(`${day.from}|${day.to}`)
        if (id !== undefined) summed.push({ id, rows: all })
        if (summed.reduce((sum, one) => sum + one.rows.length + 1, 0) >= MANY_SUMS) await keep()
        yield asAsked(day, all, cut, agent)
      }
    } finally {
      // Whoever goes away leaves what was done.
      await keep()
    }
  }
}

/** One for each step, agent and ending; a step that began before the day does so with it. */
function united(day: Span, rows: readonly Counted[], { stepMs }: Apart): Counted[] {
  const sums = new Map<string, Counted>()
  for (const row of rows) {
    const at = stepMs === null ? day.from : Math.max(day.from, row.at)
    const key = `${at}|${row.agent ?? ''}|${row.ending}`
    const known = sums.get(key)
    if (known) addCounted(known, row)
    else sums.set(key, { ...row, at })
  }
  return [...sums.values()]
}

/** What was counted for keeping, with nothing told apart that was not asked for. */
function asAsked(day: Span, rows: readonly Counted[], cut: Cut, agent: string | null): Counted[] {
  const isInTime = cut.stepMs !== null || cut.byDay === true
  return rows.flatMap((row) => {
    if (agent !== null && row.agent !== agent) return []
    const at = isInTime ? Math.max(day.from, row.at) : 0
    return cut.agents ? { ...row, at } : { ...row, at, agent: null, agentName: null }
  })
}
