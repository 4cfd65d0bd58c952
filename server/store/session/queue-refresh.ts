import type { Changes } from '@/lib/diff/types'
import type { QueueId } from '@/lib/domain/ids'
import { amiAction } from '@/server/ami/catalogue/action'
import type { AmiAction } from '@/server/ami/types'
import type { Clock } from '@/server/clock'
import type { PbxEvent } from '@/server/events/pbx-event'
import type { ParamsEvent } from './counter-watch'
import type { ListReader } from './list-reader'

export type CallerEvent = PbxEvent & { type: 'callerPut' }

/** Asterisk counts a call a moment after it tells of its end; and one reading serves all that ended meanwhile. */
export const COUNTERS_AFTER_MS = 1000
/** A caller's priority is told by lists only. */
export const PRIORITY_AFTER_MS = 300
/** Rest after a reading of one queue, and after one of all queues. */
const REST_MS = 250
const LONG_REST_MS = 1000

/** No member is called this: with it, QueueStatus leaves the members out (app_queue.c, manager_queues_status). */
const NO_MEMBER = '-'

type QueueRefreshOptions = {
  reader: ListReader
  clock: Clock
  live(): boolean
  params(event: ParamsEvent): void
  caller(event: CallerEvent): void
}

/** Reads of single queues what no event tells: counters and levels when a call was answered or ended, priorities. */
export class QueueRefresh {
  /** Readings so far. */
  count = 0
  private readonly wanted = new Map<string, { queue: string; at: number }>()
  private restUntil = 0
  private dueAt = Number.POSITIVE_INFINITY
  private disarm: () => void = () => {}

  constructor(private readonly options: QueueRefreshOptions) {}

  /** Reads a queue after this time, together with others that are due by then. */
  want(queue: string, afterMs: number): void {
    const key = `${afterMs} ${queue}`
    if (this.wanted.has(key)) return
    const at = this.options.clock.now() + afterMs
    this.wanted.set(key, { queue, at })
    this.arm(at)
  }

  cancel(): void {
    this.wanted.clear()
    this.disarm()
    this.dueAt = Number.POSITIVE_INFINITY
  }

  /** Something is due at `at`: the timer may have to ring sooner. */
  private arm(at: number): void {
    const { clock } = this.options
    const dueAt = Math.max(at, this.restUntil)
    if (dueAt >= this.dueAt) return
    this.disarm()
    this.dueAt = dueAt
    this.disarm = clock.after(dueAt - clock.now(), () => this.run())
  }

  private run(): void {
    const { reader, clock, live, params, caller } = this.options
    const queues = this.takeDue()
    this.restUntil = clock.now() + (queues.length > 1 ? LONG_REST_MS : REST_MS)
    this.dueAt = Number.POSITIVE_INFINITY
    for (const { at } of this.wanted.values()) this.arm(at)
    void reader.exclusive(async () => {
      if (!live() || queues.length === 0) return
      this.count += 1
      await reader.read([statusOf(queues)], (event) => {
        if (event.type === 'queueParams') params(event)
        else if (event.type === 'callerPut') caller(event)
      })
    })
  }

  private takeDue(): string[] {
    const queues = new Set<string>()
    for (const [key, { queue, at }] of this.wanted) {
      if (at > this.options.clock.now()) continue
      queues.add(queue)
      this.wanted.delete(key)
    }
    return [...queues]
  }
}

function statusOf(queues: readonly string[]): AmiAction {
  const only = queues.length === 1 ? { Queue: queues[0] } : {}
  return amiAction('QueueStatus', { ...only, Member: NO_MEMBER })
}

/** What changes to members and callers make worth reading: the queue, and how much later. */
export function* refreshesAfter({ members, callers }: Changes): Generator<readonly [QueueId, number]> {
  for (const { before, after } of members.values()) {
    if (!before || !after) continue
    // Also after a Redirect or Park of the caller, when Asterisk counts at once and tells of the end much later.
    if (before.inCall !== after.inCall || after.callsTaken > before.callsTaken) yield [after.queue, COUNTERS_AFTER_MS]
  }
  for (const { before, after } of callers.values()) {
    if (!before && after) yield [after.queue, PRIORITY_AFTER_MS]
    else if (before && !after) yield [before.queue, COUNTERS_AFTER_MS]
  }
}
