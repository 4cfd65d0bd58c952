import { randomUUID } from 'node:crypto'
import { setImmediate as turn } from 'node:timers/promises'
import { diffChanges } from '@/lib/diff/diff'
import type { Changes } from '@/lib/diff/types'
import type { Caller } from '@/lib/domain/caller'
import type { PbxName } from '@/lib/domain/ids'
import type { Clock } from '@/server/clock'
import type { Database } from '@/server/db/types'
import type { Log } from '@/server/log'
import { type Picture, pictureText, takePicture } from '@/server/socket/pack'
import { repeat } from '@/server/socket/repeat'
import type { LiveStore } from '@/server/store/types'
import type { WriterState } from '../writer-state'
import { AlarmWatch } from './alarm-watch'
import { Chunk } from './chunk'
import { ChunkWriter } from './chunk-writer'
import { RECORDED_FAMILIES, recorded } from './recorded'
import { slicesOf } from './slices'

/** Written down so often: what a kill takes along at most, and a moment more. */
const WRITE_MS = 2_000
const LOOK_MS = 1_000
/** The whole picture is kept so often: the farthest that a jump has to play forward. */
const SNAPSHOT_MS = 10 * 60_000

type RecorderOptions = {
  /** Its name begins that of the run, so that a demo's is known by it. */
  pbx?: PbxName
  store: Pick<LiveStore, 'tables' | 'links' | 'onFlush'>
  database: Database
  clock: Clock
  log: Pick<Log, 'warn' | 'info'>
  maxText?: number
  snapshotMs?: number
}

/** A flush on its way into a chunk: records never change in place, so it may be written down later. */
type Item = { at: number; changes: Changes } | { at: number; picture: Picture }

/**
 * Records what every flush changed, as the very diffs that an unmasked view of all queues gets, with a whole picture now
 * and then. A flush costs the picture nothing but a note: all else is done after it, in turns of its own.
 */
export class ReplayRecorder {
  readonly run: string
  private readonly writer: ChunkWriter
  private readonly alarms: AlarmWatch
  private readonly stops: (() => void)[] = []
  private readonly items: Item[] = []
  private working: Promise<void> | null = null
  private beating: Promise<void> = Promise.resolve()
  private chunk: Chunk
  private pictureAt: number
  private isBroken = false
  private last = 0

  constructor(private readonly options: RecorderOptions) {
    const { clock, store, pbx } = options
    const now = clock.now()
    this.run = `${pbx ? `${pbx}-` : ''}${now}-${randomUUID().slice(0, 8)}`
    this.chunk = new Chunk({ run: this.run, seq: 0, from: now, isSnapshot: true })
    this.pictureAt = now
    this.writer = new ChunkWriter({
      ...options,
      lost: () => {
        this.isBroken = true
      },
    })
    this.alarms = new AlarmWatch(store, (mark) => this.writer.mark(mark))
  }

  get state(): WriterState {
    return this.writer.state
  }

  /** Records from now on. What an earlier process left open stays as far as it came. */
  async start(): Promise<void> {
    const { database, store, clock } = this.options
    await database.db
      .updateTable('replay_chunks')
      .set({ is_open: 0 })
      .where('is_open', '=', 1)
      .where('run', '!=', this.run)
      .execute()
    const at = this.now()
    this.chunk = new Chunk({ run: this.run, seq: 0, from: at, isSnapshot: true })
    this.put({ at, picture: takePicture(store.tables, recorded) })
    this.stops.push(
      store.onFlush((changes) => this.take(changes)),
      repeat(clock, LOOK_MS, () => this.alarms.look(clock.now())),
      repeat(clock, WRITE_MS, () => void this.written()),
    )
  }

  /** Everything up to now is in the database, unless that is away. Never rejects. */
  written(): Promise<void> {
    this.beating = this.beating.then(() => this.beat(false))
    return this.beating
  }

  async close(): Promise<void> {
    for (const stop of this.stops.splice(0)) stop()
    this.beating = this.beating.then(() => this.beat(true))
    await this.beating
  }

  /** Never goes back, even when the machine's clock does: moments of a recording are in their order. */
  private now(): number {
    this.last = Math.max(this.last, this.options.clock.now())
    return this.last
  }

  private take(changes: Changes): void {
    this.alarms.take(changes)
    const count = RECORDED_FAMILIES.reduce((sum, family) => sum + changes[family].size, 0)
    if (count === 0) return
    this.put({ at: this.now(), changes })
  }

  private put(item: Item): void {
    this.items.push(item)
    this.working ??= this.work()
  }

  private async work(): Promise<void> {
    // Walls are told first.
    await turn()
    for (let item = this.items.shift(); item !== undefined; item = this.items.shift()) {
      if ('picture' in item) await this.keepPicture(item.at, item.picture)
      else await this.keepChanges(item.at, item.changes)
    }
    this.working = null
  }

  private async keepChanges(at: number, changes: Changes): Promise<void> {
    let isFirst = true
    for (const slice of slicesOf(changes)) {
      if (!isFirst) await turn()
      isFirst = false
      this.keepSlice(at, slice)
    }
  }

  private keepSlice(at: number, changes: Changes): void {
    const diff = diffChanges(changes, recorded)
    if (diff === null) return
    const { put = {}, patch = {} } = diff.callers ?? {}
    const callers = [...Object.keys(put), ...Object.keys(patch)].flatMap((id) => changes.callers.get(id)?.after ?? [])
    this.chunk.add({ at, diff }, callers)
    if (this.chunk.isDone(at)) this.follow(at, false)
  }

  private async keepPicture(at: number, picture: Picture): Promise<void> {
    const { from, isSnapshot } = this.chunk.start
    if (!(this.chunk.isEmpty && isSnapshot && from === at)) this.follow(at, true)
    this.pictureAt = at
    const callers = picture.find(({ family }) => family === 'callers')?.records ?? []
    const text = `{"at":${at},"state":${await pictureText(picture)}}\n`
    this.chunk.addText(
      text,
      callers.map(([, caller]) => caller as Caller),
    )
  }

  /** Ends the chunk at `at`, where the next one begins. */
  private follow(at: number, isSnapshot: boolean): void {
    const { run, seq } = this.chunk.start
    this.writer.put(this.chunk.draft(at, false))
    this.chunk = new Chunk({ run, seq: seq + 1, from: at, isSnapshot })
  }

  private async beat(isLast: boolean): Promise<void> {
    while (this.working !== null) await this.working
    const now = this.now()
    const isDue = this.isBroken || now - this.pictureAt >= (this.options.snapshotMs ?? SNAPSHOT_MS)
    if (isDue && !isLast) await this.renew(now)
    else if (this.chunk.isDone(now)) this.follow(now, false)
    else this.writer.put(this.chunk.draft(now, !isLast))
    await this.writer.write()
  }

  /** A new picture, from which all that follows can be played. */
  private async renew(now: number): Promise<void> {
    if (this.isBroken)
      this.chunk = new Chunk({ ...this.chunk.start, seq: this.chunk.start.seq + 1, from: now, isSnapshot: true })
    this.isBroken = false
    this.put({ at: now, picture: takePicture(this.options.store.tables, recorded) })
    while (this.working !== null) await this.working
    this.writer.put(this.chunk.draft(this.now(), true))
  }
}
