import type { Clock } from '@/server/clock'
import type { Database } from '@/server/db/types'
import type { Log } from '@/server/log'
import { Rounds } from '../rounds'
import { textOf, type WriterState } from '../writer-state'
import type { AlarmMark } from './alarm-watch'
import type { ChunkDraft } from './chunk'
import { packText } from './pack'

/** So much text waits while the database is away, hours of a usual centre; then the oldest is lost, and a gap. */
const MAX_TEXT = 32 * 1024 * 1024
const MAX_MARKS = 10_000

type WriterOptions = {
  database: Database
  clock: Clock
  log: Pick<Log, 'warn' | 'info'>
  /** The chunk that is being recorded stands on one that was lost: it takes a snapshot to go on. */
  lost(): void
  maxText?: number
}

/** Keeps chunks and marks in the database. Never blocks who records; what cannot be written waits, up to a bound. */
export class ChunkWriter {
  private readonly waiting = new Map<string, ChunkDraft>()
  private marks: AlarmMark[] = []
  private readonly rounds = new Rounds(() => this.writeNow().catch((error: unknown) => this.fails(error)))
  /** The last chunk written, and how much of its text. */
  private written = { id: '', length: -1 }
  private lost = 0
  private failing: { since: number; error: string } | null = null

  constructor(private readonly options: WriterOptions) {}

  get state(): WriterState {
    const { failing, lost, waiting } = this
    return { waiting: waiting.size, lost, failingSince: failing?.since ?? null, error: failing?.error ?? null }
  }

  /** The newest word on a chunk. */
  put(chunk: ChunkDraft): void {
    this.waiting.set(chunk.id, chunk)
    let text = 0
    for (const one of this.waiting.values()) text += one.text.length
    while (text > (this.options.maxText ?? MAX_TEXT) && this.waiting.size > 0) text -= this.lose()
  }

  mark(mark: AlarmMark): void {
    this.marks.push(mark)
    if (this.marks.length > MAX_MARKS) this.marks.shift()
  }

  /** Writes what waits. Never rejects. */
  write(): Promise<void> {
    return this.rounds.ask()
  }

  /** Gives up the oldest chunk, and all that stand on it. Returns how much text that was. */
  private lose(): number {
    let text = 0
    for (const [id, chunk] of this.waiting) {
      if (text > 0 && chunk.isSnapshot) return text
      this.waiting.delete(id)
      this.lost += 1
      text += chunk.text.length
    }
    this.options.lost()
    return text
  }

  private async writeNow(): Promise<void> {
    for (let [first] = this.waiting.values(); first !== undefined; [first] = this.waiting.values()) {
      await this.writeChunk(first)
      if (this.waiting.get(first.id) === first) this.waiting.delete(first.id)
    }
    while (this.marks.length > 0) {
      const some = this.marks.slice(0, 100)
      await keepMarks(this.options.database, some)
      this.marks = this.marks.filter((mark) => !some.includes(mark))
    }
    this.succeeds()
  }

  private async writeChunk(chunk: ChunkDraft): Promise<void> {
    const { id, text, to, isOpen } = chunk
    const { db } = this.options.database
    const ends = { to_at: to, is_open: Number(isOpen) }
    if (this.written.id === id && this.written.length === text.length) {
      await db.updateTable('replay_chunks').set(ends).where('id', '=', id).execute()
      return
    }
    const data = text === '' ? new Uint8Array() : await packText(text)
    const grows = { ...ends, bytes: data.length, numbers: keysText(chunk.numbers), data }
    const row = { id, run: chunk.run, seq: chunk.seq, from_at: chunk.from, is_snapshot: Number(chunk.isSnapshot) }
    await db
      .insertInto('replay_chunks')
      .values({ ...row, ...grows })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(grows))
      .execute()
    this.written = { id, length: text.length }
  }

  private fails(error: unknown): void {
    const { clock, log } = this.options
    if (this.failing === null) log.warn({ err: error }, 'the replay cannot be written down; it waits')
    this.failing = { since: this.failing?.since ?? clock.now(), error: textOf(error) }
  }

  private succeeds(): void {
    if (this.failing === null) return
    this.options.log.info({ since: this.failing.since }, 'the replay can be written down again')
    this.failing = null
  }
}

/** Each key between blanks, so that one is found and not a part of another. */
export function keysText(keys: readonly string[]): string {
  return keys.length === 0 ? '' : ` ${keys.join(' ')} `
}

async function keepMarks({ db }: Database, marks: readonly AlarmMark[]): Promise<void> {
  const rows = marks.map(({ broken, ...mark }) => ({ ...mark, broken: broken && JSON.stringify(broken) }))
  await db
    .insertInto('replay_marks')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
