import type { AmiAction } from '@/server/ami/types'
import type { Clock } from '@/server/clock'
import type { ParamsEvent } from './counter-watch'
import type { ListReader } from './list-reader'

/** Asterisk counts a call a moment after it tells of its end; and one reading serves all that ended meanwhile. */
export const COUNTERS_AFTER_MS = 1000

/** No member is called this: with it, QueueStatus leaves the members out (app_queue.c, manager_queues_status). */
const NO_MEMBER = '-'

type CounterRefreshOptions = {
  reader: ListReader
  clock: Clock
  live(): boolean
  params(event: ParamsEvent): void
}

/** Reads the counters of queues in which a call has ended: completed, abandoned and the levels come in no event. */
export class CounterRefresh {
  /** Readings so far. */
  count = 0
  private readonly wanted = new Set<string>()
  private disarm: (() => void) | null = null

  constructor(private readonly options: CounterRefreshOptions) {}

  want(queue: string): void {
    this.wanted.add(queue)
    this.disarm ??= this.options.clock.after(COUNTERS_AFTER_MS, () => {
      this.disarm = null
      this.run().catch(() => undefined)
    })
  }

  cancel(): void {
    this.disarm?.()
    this.disarm = null
    this.wanted.clear()
  }

  private run(): Promise<void> {
    const { reader, live, params } = this.options
    return reader.exclusive(async () => {
      const queues = [...this.wanted]
      this.wanted.clear()
      if (!live() || queues.length === 0) return
      this.count += 1
      await reader.read([statusOf(queues)], (event) => {
        if (event.type === 'queueParams') params(event)
      })
    })
  }
}

function statusOf(queues: readonly string[]): AmiAction {
  const only = queues.length === 1 ? { Queue: queues[0] } : {}
  return { action: 'QueueStatus', headers: { ...only, Member: NO_MEMBER } }
}
