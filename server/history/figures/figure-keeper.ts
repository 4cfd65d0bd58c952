import type { KpiRules } from '@/lib/domain/kpi'
import type { TurnedAway, Visit } from '@/lib/domain/visit'
import type { Clock } from '@/server/clock'
import type { Database } from '@/server/db/types'
import type { Log } from '@/server/log'
import { repeat } from '@/server/socket/repeat'
import { FLUSH_MS, type SourceHandle, type WritableLiveStore } from '@/server/store/live-store'
import type { PbxSession } from '@/server/store/pbx-session'
import { emptySourceTables } from '@/server/store/source-tables'
import { filledSince } from '../import/filled'
import type { Gap } from '../visits/gaps'
import { CLOCKS_APART_MS, FigureBook } from './figure-book'
import { readDay } from './read-day'
import { REACH_MS } from './sliding-tally'

/** Sliding windows move on so often, in ms. */
const SLIDE_MS = 5_000
/** What another process brings into the database is looked for so often, in ms. */
const LOOK_MS = 30_000

type KeeperOptions = {
  session: Pick<PbxSession, 'pbx'>
  store: WritableLiveStore
  database: Database
  /** Writes down what is not yet in the database. */
  written(): Promise<void>
  clock: Clock
  log: Pick<Log, 'warn'>
  /** By Asterisk's name of the queue. */
  rulesOf(queue: string): KpiRules
  dayStart(now: number): number
}

/**
 * Keeps each queue's figures in the live picture. After a restart, and when the rules of a queue have changed, they are
 * computed anew from the visits of today.
 */
export class FigureKeeper {
  private book: FigureBook
  private readonly tables = emptySourceTables()
  private readonly stops: (() => void)[] = []
  private source: SourceHandle | null = null
  private disarm: (() => void) | null = null
  private blindSince: number | null = null
  /** What touches every queue has changed: the next telling is of all. */
  private isAllDue = false
  /** Today's visits could not be read when they were to be; it is tried again with the next slide. */
  private isUnread = false
  /** Queues that were there when figures were last told. */
  private there: ReadonlySet<string> = new Set()
  /** Which logs are counted in. */
  private filled: readonly string[] = []
  /** What was told while visits are read again. */
  private meanwhile: ((book: FigureBook) => void)[] | null = null

  constructor(private readonly options: KeeperOptions) {
    this.book = this.newBook()
  }

  /** Reads what belongs to today and to the last hour. */
  async start(): Promise<void> {
    const { clock, store } = this.options
    await this.rebuild()
    this.source = store.attach({ tables: this.tables })
    this.stops.push(
      store.onFlush(({ queues }) => {
        if (queues.size > 0) this.arm()
      }),
      repeat(clock, SLIDE_MS, () => this.tell('all')),
      repeat(clock, LOOK_MS, () => void this.lookForImports()),
    )
    this.tell('all')
  }

  take(visit: Visit): void {
    this.tellBook((book) => book.take(visit))
    if (visit.ending !== null) this.arm()
  }

  takeTurnedAway(one: TurnedAway): void {
    this.tellBook((book) => book.takeTurnedAway(one))
    this.arm()
  }

  /** Nothing is seen since (ms); `null`: it is again, and `gap` was not. */
  sees(blindSince: number | null, gap: Gap | null): void {
    this.blindSince = blindSince
    if (gap) this.tellBook((book) => book.addGap(gap))
    this.isAllDue = true
    this.arm()
  }

  close(): void {
    for (const stop of this.stops.splice(0)) stop()
    this.disarm?.()
    this.source?.detach()
  }

  private tellBook(tell: (book: FigureBook) => void): void {
    this.meanwhile?.push(tell)
    tell(this.book)
  }

  private newBook(): FigureBook {
    const { session, rulesOf, dayStart, clock } = this.options
    // A PBX whose clock has just leapt ahead begins no day.
    const begun = (at: number) => dayStart(Math.min(at, clock.now() + CLOCKS_APART_MS))
    return new FigureBook({ pbx: session.pbx, rulesOf, dayStart: begun })
  }

  /** Counts today and the last hour anew. What cannot be read leaves the figures as they are. */
  private async rebuild(): Promise<void> {
    const { database, written, clock, dayStart, session, log } = this.options
    const now = clock.now()
    const book = this.newBook()
    this.meanwhile = []
    try {
      await written()
      const from = Math.min(dayStart(now), now - REACH_MS)
      const filled = await filledSince(database, session.pbx, from)
      const day = await readDay(database, session.pbx, from)
      for (const visit of day.visits) book.take(visit)
      for (const gap of day.gaps) book.addGap(gap)
      for (const one of day.turnedAway) book.takeTurnedAway(one)
      for (const tell of this.meanwhile) tell(book)
      this.book = book
      this.filled = filled
      this.isAllDue = true
      this.isUnread = false
      this.arm()
    } catch (error) {
      this.isUnread = true
      log.warn({ err: error }, "today's visits could not be read; tried again")
    }
    this.meanwhile = null
  }

  /** Asterisk's log was imported, by another process, and told of today. */
  private async lookForImports(): Promise<void> {
    const { database, session, clock, dayStart } = this.options
    const now = clock.now()
    const from = Math.min(dayStart(now), now - REACH_MS)
    const filled = await filledSince(database, session.pbx, from).catch(() => [])
    if (filled.some((id) => !this.filled.includes(id)) && this.meanwhile === null) void this.rebuild()
  }

  /** What comes within one flush is told as one. */
  private arm(): void {
    this.disarm ??= this.options.clock.after(FLUSH_MS, () => this.tell(this.isAllDue ? 'all' : 'told'))
  }

  private tell(which: 'all' | 'told'): void {
    this.disarm?.()
    this.disarm = null
    this.isAllDue = false
    const { clock, store, session } = this.options
    const now = clock.now()
    const queues = new Set<string>()
    for (const { id, pbx, name } of store.tables.queues.values()) {
      if (pbx !== session.pbx) continue
      queues.add(id)
      this.book.know(name, now)
    }
    const isDue = this.isUnread ? which === 'all' : this.book.isOutdated(now)
    if (isDue && this.meanwhile === null) void this.rebuild()
    const isSame = queues.size === this.there.size && [...queues].every((id) => this.there.has(id))
    this.there = queues
    for (const kpi of this.book.records(now, this.blindSince, isSame ? which : 'all')) {
      // A queue that is no more has its past in reports, and no place on a wall.
      if (queues.has(kpi.id)) this.tables.kpis.set(kpi.id, kpi)
      else this.tables.kpis.delete(kpi.id)
    }
    this.source?.touched()
  }
}
