import type { Caller } from '@/lib/domain/caller'
import { numberKey } from '../number-key'
import { type Moment, momentText } from './moment'

/** A chunk ends after so long, or with so much text. */
const CHUNK_MS = 60_000
const CHUNK_TEXT = 512 * 1024

/** A chunk as it stands now, to be written down: `text` is all of it. */
export type ChunkDraft = {
  id: string
  run: string
  seq: number
  from: number
  to: number
  isSnapshot: boolean
  isOpen: boolean
  numbers: readonly string[]
  text: string
}

type ChunkStart = { run: string; seq: number; from: number; isSnapshot: boolean }

/** The chunk that is being recorded. It tells of every moment from its start on; the last chunk ends where it begins. */
export class Chunk {
  private lines: string[] = []
  private joined = ''
  private size = 0
  private readonly numbers = new Set<string>()
  /** As they were written: a caller comes again with each change. */
  private readonly seen = new Set<string | null>()

  constructor(readonly start: ChunkStart) {}

  get isEmpty(): boolean {
    return this.size === 0
  }

  /** Long or full enough for another to follow. Where nothing happens, one goes on. */
  isDone(now: number): boolean {
    return this.size >= CHUNK_TEXT || (!this.isEmpty && now - this.start.from >= CHUNK_MS)
  }

  add(moment: Moment, callers: Iterable<Pick<Caller, 'number'>>): void {
    this.addText(momentText(moment), callers)
  }

  /** `text`: a moment's line, should it already be written. */
  addText(text: string, callers: Iterable<Pick<Caller, 'number'>>): void {
    this.lines.push(text)
    this.size += text.length
    for (const { number } of callers) {
      if (this.seen.has(number)) continue
      this.seen.add(number)
      const key = numberKey(number)
      if (key !== null) this.numbers.add(key)
    }
  }

  draft(to: number, isOpen: boolean): ChunkDraft {
    this.joined += this.lines.join('')
    this.lines = []
    const { run, seq, from, isSnapshot } = this.start
    return {
      id: `${run}|${seq}`,
      run,
      seq,
      from,
      to,
      isSnapshot,
      isOpen,
      numbers: [...this.numbers],
      text: this.joined,
    }
  }
}
