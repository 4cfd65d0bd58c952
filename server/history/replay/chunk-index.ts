import { setImmediate as turn } from 'node:timers/promises'
import type { Clock } from '@/server/clock'
import type { Database } from '@/server/db/types'
import type { ChunkSpan } from './coverage'
import { chunkPage } from './find-chunks'

const DAY_MS = 86_400_000
/** Read in one go: some milliseconds. */
const PAGE = 1_000

/** Which chunks there are: fourteen days have twenty thousand, so what was read once stays known. */
export class ChunkIndex {
  private known: ChunkSpan[] = []
  private reading: Promise<unknown> = Promise.resolve()

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly keptDays: number,
  ) {}

  /** All of them, in the order of their time. */
  all(): Promise<readonly ChunkSpan[]> {
    const read = this.reading.then(() => this.readOn())
    this.reading = read.catch(() => {})
    return read
  }

  private async readOn(): Promise<readonly ChunkSpan[]> {
    const oldest = this.clock.now() - this.keptDays * DAY_MS
    // Of what is kept for a shorter time, such as visits, the replay is not kept longer.
    const [first] = await chunkPage(this.database, 0, 1)
    const begin = this.known.findIndex(({ from, to }) => to >= oldest && first !== undefined && from >= first.from)
    this.known = begin === -1 ? [] : this.known.slice(begin)
    // The last one may have grown.
    let after = this.known.pop()?.from ?? 0
    for (;;) {
      const page = await chunkPage(this.database, after, PAGE)
      const had = new Set(this.known.slice(-PAGE).map(({ id }) => id))
      this.known.push(...page.filter(({ id }) => !had.has(id)))
      if (page.length < PAGE) return this.known.slice()
      after = page.at(-1)?.from ?? after
      await turn()
    }
  }
}
