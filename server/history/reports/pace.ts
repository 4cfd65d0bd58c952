import type { Database } from '@/server/db/types'
import { breath } from './breath'
import type { Span } from './span'
import type { Watch } from './watch'

const FIRST_STRETCH_MS = 21_600_000
/** A stretch of time shall take about so long to look through: SQLite keeps the process to itself meanwhile. */
const GOAL_MS = 25

/** How much time is looked through at once: more while that is quick, less when it is not. It changes no answer. */
export class Pace {
  private ms = FIRST_STRETCH_MS
  private tookMs = 0

  async read<T>(query: () => Promise<T>): Promise<T> {
    const began = performance.now()
    const result = await query()
    this.tookMs += performance.now() - began
    await breath()
    return result
  }

  /**
   * A span in stretches, without the time before its first visit and after its last.
   * @throws whatever the watch's `signal` gives as its reason, once it is aborted
   */
  async *stretches(database: Database, span: Span, down: boolean, { signal, tell }: Watch = {}): AsyncGenerator<Span> {
    let { from, to } = await visited(database, span)
    const all = to - from
    while (from < to) {
      signal?.throwIfAborted()
      tell?.(1 - (to - from) / all)
      const stretch = down ? { from: Math.max(from, to - this.ms), to } : { from, to: Math.min(to, from + this.ms) }
      yield stretch
      if (down) to = stretch.from
      else from = stretch.to
      this.settle()
    }
  }

  private settle(): void {
    this.ms = Math.ceil(this.ms * Math.min(2, GOAL_MS / Math.max(this.tookMs, 1)))
    this.tookMs = 0
  }
}

async function visited({ db }: Database, { from, to }: Span): Promise<Span> {
  const all = db.selectFrom('visits').select('left_at').where('left_at', '>=', from).where('left_at', '<', to).limit(1)
  const first = await all.orderBy('left_at').executeTakeFirst()
  const last = await all.orderBy('left_at', 'desc').executeTakeFirst()
  return { from: first?.left_at ?? to, to: last?.left_at == null ? to : last.left_at + 1 }
}
