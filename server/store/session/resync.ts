import type { AmiConnection } from '@/server/ami/types'
import type { Clock } from '@/server/clock'
import type { PbxEvent } from '@/server/events/pbx-event'
import type { PbxTables } from '../reducers/tables'
import type { CounterWatch } from './counter-watch'
import type { LineReader } from './lines/line-reader'
import type { ListReader } from './list-reader'
import type { StoreLog } from './log'
import type { Picture } from './picture'
import { type PbxFacts, type ReadingFailure, readEverything } from './read-everything'
import type { RunOfAsterisk } from './run-of-asterisk'

/** One resync serves everything that speaks for one within this time. */
export const RESYNC_AFTER_MS = 300
/** Between resyncs for doubts, so that one which no resync clears up does not become a storm. */
const DOUBT_EVERY_MS = 5000
/** Lists may be ahead of events by moments: what does not fit right after a swap is no doubt yet. */
const SETTLE_MS = 1000
const RETRY_MS = 500
/** A PBX that refuses the queues (not loaded yet, no rights) is asked again after this time. */
const REFUSED_RETRY_MS = 5000
/** After so many readings in a row that did not add up, the link itself is out of step. */
const MAX_FAILURES = 3

type ResyncOptions = {
  connection: AmiConnection
  reader: ListReader
  lines: LineReader
  picture: Picture
  clock: Clock
  run: RunOfAsterisk
  watch: CounterWatch
  log: StoreLog
  /** The tables are complete and new. */
  swapped(tables: PbxTables, facts: PbxFacts): void
  /** They could not be read; another try follows. */
  failed(error: string): void
}

/** Decides when everything is read anew, and what becomes of the result. */
export class Resync {
  count = 0
  failures = 0
  lastMs: number | null = null
  private failuresInARow = 0
  private swappedAt = Number.NEGATIVE_INFINITY
  /** Changes with every connection: what was begun on another one counts no more. */
  private link = 0
  private unbroken = false
  private disarm: (() => void) | null = null
  /** Queues whose counters fell since the last swap. */
  private readonly fallen = new Set<string>()

  constructor(private readonly options: ResyncOptions) {}

  /** The connection is up. */
  connected(): void {
    this.disconnected()
    this.run()
  }

  /** The connection is gone, and with it whatever was being read. */
  disconnected(): void {
    this.link += 1
    this.unbroken = false
    this.disarm?.()
    this.disarm = null
  }

  /** The PBX said that things changed, without saying what. */
  soon(): void {
    this.arm(RESYNC_AFTER_MS)
  }

  /** An event did not fit. */
  doubt(reason: string): void {
    const { clock, log } = this.options
    const age = clock.now() - this.swappedAt
    if (!this.unbroken || age < SETTLE_MS || this.disarm) return
    log.info({ reason }, 'An event does not fit the picture: reading it anew')
    this.arm(Math.max(RESYNC_AFTER_MS, DOUBT_EVERY_MS - age))
  }

  private arm(ms: number): void {
    this.disarm?.()
    this.disarm = this.options.clock.after(ms, () => {
      this.disarm = null
      this.run()
    })
  }

  private run(): void {
    const link = this.link
    const { reader, picture, clock, run } = this.options
    void reader.exclusive(async () => {
      if (link !== this.link) return
      const began = clock.now()
      const item = (event: PbxEvent) => this.item(event)
      const result = await readEverything({ ...this.options, item }, run.booted ? [run.booted] : [], this.unbroken)
      if (link !== this.link) picture.dropShadow()
      else if (result.kind === 'failed') this.fail(result)
      else this.finish(result.facts, began)
    })
  }

  private item(event: PbxEvent): void {
    const { picture, watch } = this.options
    if (event.type === 'queueParams' && watch.fell(event)) this.fallen.add(event.queue)
    picture.item(event)
  }

  private finish(facts: PbxFacts, began: number): void {
    const { picture, clock, run, swapped } = this.options
    const restarted = run.changed(facts.startup)
    const tables = picture.swap(restarted ? 'trends' : 'everything', [...facts.missing, ...facts.absent])
    if (!restarted) this.noteResets(tables)
    this.fallen.clear()
    this.count += 1
    this.failuresInARow = 0
    this.unbroken = true
    this.swappedAt = clock.now()
    this.lastMs = this.swappedAt - began
    swapped(tables, facts)
  }

  /** Counters were reset while nobody looked: at the latest now. */
  private noteResets(tables: PbxTables): void {
    const countersSince = this.options.clock.now()
    for (const queue of this.fallen) tables.queues.patch(tables.ids.queue(queue), { countersSince })
  }

  private fail({ error, refused }: ReadingFailure): void {
    const { picture, connection, log, failed } = this.options
    picture.dropShadow()
    this.failures += 1
    this.failuresInARow += 1
    log.warn({ error }, 'The lists could not be read')
    failed(error)
    if (refused) this.arm(REFUSED_RETRY_MS)
    else if (this.failuresInARow < MAX_FAILURES) this.arm(RETRY_MS)
    else {
      this.failuresInARow = 0
      connection.restart(`lists do not add up: ${error}`)
    }
  }
}
