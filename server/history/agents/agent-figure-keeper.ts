import type { PbxName } from '@/lib/domain/ids'
import type { Clock } from '@/server/clock'
import type { Database } from '@/server/db/types'
import type { Log } from '@/server/log'
import { repeat } from '@/server/socket/repeat'
import { FLUSH_MS, type SourceHandle, type WritableLiveStore } from '@/server/store/live-store'
import { emptySourceTables } from '@/server/store/source-tables'
import { filledSince } from '../import/filled'
import type { Span } from '../reports/span'
import { AgentBook, type AnsweredVisit } from './agent-book'
import type { ToldSpan } from './agent-follower'
import { readCalls, readToday } from './read-today'

/** So often it is looked whether another day has begun, ms. */
const LOOK_MS = 5_000
/** And so often whether a log was imported. */
const IMPORTS_MS = 30_000
/** So long after the beginning of a day it is the next one, where clocks are changed, too, ms. */
const NEXT_DAY_MS = 36 * 3_600_000

type KeeperOptions = {
  pbx: PbxName
  store: WritableLiveStore
  database: Database
  clock: Clock
  log: Pick<Log, 'warn'>
  dayStart(now: number): number
  /** Writes down what is known and not yet in the database. */
  written(): Promise<unknown>
}

/** Keeps what each agent did today in the live picture; after a restart it is read again. Costs once a flush what changed. */
export class AgentFigureKeeper {
  private book: AgentBook
  private readonly tables = emptySourceTables()
  private readonly stops: (() => void)[] = []
  private source: SourceHandle | null = null
  private disarm: (() => void) | null = null
  /** What was told of visits while they are counted anew; `null`: they are not. */
  private meanwhile: AnsweredVisit[] | null = null
  /** Which logs told of today. */
  private filled: readonly string[] = []
  /** Not all of today's calls were counted: they are read when that can be done. */
  private isUnread = false
  private day: Span = { from: Number.POSITIVE_INFINITY, to: Number.NEGATIVE_INFINITY }

  constructor(private readonly options: KeeperOptions) {
    this.book = this.newBook()
  }

  /** Reads today. To be called once nothing of an earlier process goes on, and before anything is told. */
  async start(): Promise<void> {
    const { clock, store, database, pbx, log, dayStart } = this.options
    const book = this.newBook()
    try {
      this.filled = await filledSince(database, pbx, dayStart(clock.now()))
      await readToday(database, pbx, dayStart(clock.now()), book)
      this.book = book
    } catch (error) {
      this.isUnread = true
      log.warn({ err: error }, 'what agents did today could not be read: their times begin anew, calls are tried again')
    }
    this.source = store.attach({ tables: this.tables })
    this.stops.push(
      store.onFlush(({ queues }) => {
        for (const [id, { before, after }] of queues) {
          if (before && after) continue
          this.book.touch(id)
          this.arm()
        }
      }),
      repeat(clock, LOOK_MS, () => this.tell()),
      repeat(clock, IMPORTS_MS, () => void this.lookForImports()),
    )
    this.tell()
  }

  take(span: ToldSpan): void {
    this.beginDay()
    this.book.take(span)
    this.arm()
  }

  takeVisit(visit: AnsweredVisit): void {
    if (visit.ending === null) return
    this.beginDay()
    this.meanwhile?.push(visit)
    this.book.takeVisit(visit)
    this.arm()
  }

  close(): void {
    for (const stop of this.stops.splice(0)) stop()
    this.disarm?.()
    this.source?.detach()
  }

  private newBook(): AgentBook {
    const { pbx, clock, dayStart } = this.options
    return new AgentBook(pbx, dayStart(clock.now()))
  }

  /** Asterisk's log was imported, by another process, and told of today: calls are counted anew. */
  private async lookForImports(): Promise<void> {
    const { database, pbx, clock, dayStart, written, log } = this.options
    if (this.meanwhile !== null) return
    this.meanwhile = []
    try {
      const since = dayStart(clock.now())
      const filled = await filledSince(database, pbx, since)
      if (this.isUnread || filled.some((id) => !this.filled.includes(id))) {
        await written()
        const book = new AgentBook(pbx, since)
        await readCalls(database, pbx, since, book)
        for (const visit of this.meanwhile) book.takeVisit(visit)
        // Another day may have begun meanwhile, and its calls are not these.
        if (since === dayStart(clock.now())) {
          this.book.countAnew(book)
          this.isUnread = false
          this.filled = filled
        }
        this.arm()
      }
    } catch (error) {
      log.warn({ err: error }, 'what a log told of agents’ calls could not be read; tried again')
    }
    this.meanwhile = null
  }

  /** Before anything of it is counted. */
  private beginDay(): void {
    const { clock, dayStart } = this.options
    const now = clock.now()
    const { from, to } = this.day
    if (now >= from && now < to) return
    const since = dayStart(now)
    // A clock that leapt into another day is set right: what was counted of this one is thrown away by now.
    if (to > since + NEXT_DAY_MS) this.isUnread = true
    this.day = { from: since, to: dayStart(since + NEXT_DAY_MS) }
    this.book.beginDay(since)
  }

  /** What comes within one flush is told as one. */
  private arm(): void {
    this.disarm ??= this.options.clock.after(FLUSH_MS, () => this.tell())
  }

  private tell(): void {
    this.disarm?.()
    this.disarm = null
    const { store } = this.options
    this.beginDay()
    const changes = this.book.takeChanges()
    for (const [id, kpi] of changes) {
      // A queue that is no more, or not yet read, has no place on a screen; its past is in reports.
      if (kpi && (kpi.queue === null || store.tables.queues.get(kpi.queue))) this.tables.agentKpis.set(id, kpi)
      else this.tables.agentKpis.delete(id)
    }
    if (changes.size > 0) this.source?.touched()
  }
}
