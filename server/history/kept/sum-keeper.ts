import type { KpiRules } from '@/lib/domain/kpi'
import { Zone } from '@/lib/domain/zone'
import type { Clock } from '@/server/clock'
import type { Database } from '@/server/db/types'
import type { Log } from '@/server/log'
import { firstSpanIn, LOOK_BACK_MS } from '../agents/read-spans'
import { queuesWanted } from '../reports/queues-known'
import type { Calendar } from '../reports/slots'
import type { Span } from '../reports/span'
import { finishedDays } from './days'
import { agentKeepersOf, type DaysKeeper, keepersOf } from './kept-kinds'

/** So soon after its end a day is summed; a later word on a visit costs one queue's day anew. */
const LOOK_MS = 600_000
/** After a start there is more important work. */
const FIRST_LOOK_MS = 120_000
/** So much longer than each day took, everybody else has the database: a year of a large centre is summed within an hour. */
const REST = 4
const LEAST_REST_MS = 20
/** Days of one queue that are summed after each other, before the next queue has its turn. */
const DAYS_AT_ONCE = 28

type Rest = (tookMs: number) => Promise<void>

type SumKeeperOptions = {
  database: Database
  tables: Parameters<typeof queuesWanted>[0]['tables']
  rulesOf(queue: string): KpiRules
  calendar: Calendar
  clock: Clock
  log: Pick<Log, 'warn'>
}

/**
 * Sums days that are over before anybody asks for them: the day before, what an import brought, and all there is after an
 * update. The latest come first.
 */
export class SumKeeper {
  private cancel: () => void
  private readonly closing = new AbortController()
  private looking: Promise<void> = Promise.resolve()

  constructor(private readonly options: SumKeeperOptions) {
    this.cancel = options.clock.after(FIRST_LOOK_MS, () => this.look())
  }

  async close(): Promise<void> {
    this.closing.abort()
    this.cancel()
    await this.looking
  }

  /** Sums all that is not kept yet. `rest` is waited for after each day of a queue; told how long that took, ms. */
  async keep(rest: Rest = async () => {}): Promise<void> {
    await this.keepVisits(rest)
    await this.keepAgents(rest)
  }

  private async keepVisits(rest: Rest): Promise<void> {
    const { database, rulesOf, calendar, clock } = this.options
    const { signal } = this.closing
    const now = clock.now()
    const days = await finishedDays(database, { from: 0, to: now }, now, calendar.dayStart)
    const zone = new Zone(calendar.timeZone)
    const offsets = new Set(days.map(({ from }) => zone.offset(from)))
    const keepers: DaysKeeper[] = []
    for (const queue of await queuesWanted(this.options, null)) {
      keepers.push(...keepersOf(database, { queue, rules: rulesOf(queue), offsets }, signal))
    }
    await this.keepDays(days, keepers, rest)
  }

  /** Not sooner than what went on over midnight has ended. */
  private async keepAgents(rest: Rest): Promise<void> {
    const { database, calendar, clock } = this.options
    const until = clock.now() - LOOK_BACK_MS
    const days = await finishedDays(database, { from: 0, to: until }, until, calendar.dayStart, firstSpanIn)
    await this.keepDays(days, await agentKeepersOf(database, this.closing.signal), rest)
  }

  private async keepDays(days: readonly Span[], keepers: readonly DaysKeeper[], rest: Rest): Promise<void> {
    const { signal } = this.closing
    const lacking: { from: number; keeper: DaysKeeper }[] = []
    for (const keeper of keepers) {
      const [first] = await keeper.missing(days)
      if (first) lacking.push({ from: first.from, keeper })
    }
    for (let end = days.length; end > 0; end -= DAYS_AT_ONCE) {
      const some = days.slice(Math.max(0, end - DAYS_AT_ONCE), end)
      for (const { from, keeper } of lacking) {
        if (from >= (some.at(-1)?.to ?? 0)) continue
        let began = performance.now()
        for await (const _ of keeper.keep(some)) {
          signal.throwIfAborted()
          await rest(performance.now() - began)
          began = performance.now()
        }
      }
    }
  }

  private look(): void {
    const { clock, log } = this.options
    const { signal } = this.closing
    this.looking = this.keep((tookMs) => this.rest(tookMs)).catch((error: unknown) => {
      if (!signal.aborted) log.warn({ err: error }, 'days that are over could not be summed; tried again')
    })
    void this.looking.then(() => {
      if (!signal.aborted) this.cancel = clock.after(LOOK_MS, () => this.look())
    })
  }

  /** Ends at once when all is closed. */
  private rest(tookMs: number): Promise<void> {
    const { signal } = this.closing
    return new Promise((resolve) => {
      if (signal.aborted) return resolve()
      const cancel = this.options.clock.after(Math.max(LEAST_REST_MS, tookMs * REST), done)
      function done() {
        signal.removeEventListener('abort', done)
        cancel()
        resolve()
      }
      signal.addEventListener('abort', done)
    })
  }
}
