import type { Project } from '@/lib/diff/diff'
import type { Families, Family } from '@/lib/domain/live-state'
import type { Queue } from '@/lib/domain/queue'
import type { ReadTable, ReadTables } from '@/server/store/types'
import { maskCall, maskCaller } from './mask'

/** What a browser may see. */
export type Rights = {
  /** Queues by name, label or id, without case; `null` for all. */
  queues: readonly string[] | null
  /** Callers' numbers cut to their last two digits, and names shortened. */
  maskNumbers: boolean
}

/** The same for equal rights, whatever the order in which queues were named. */
export function rightsKey({ queues, maskNumbers }: Rights): string {
  return JSON.stringify([maskNumbers, queues === null ? null : [...new Set(queues)].sort()])
}

/** What `rights` leave of a record. Without all queues, one sees no devices and extensions either. */
export function projectFor(rights: Rights, tables: Pick<ReadTables, 'queues'>): Project {
  const sees = rights.queues === null ? () => true : queueFilter(rights.queues, tables.queues)
  const all = rights.queues === null
  const views: { [F in Family]: (record: Families[F]) => Families[F] | undefined } = {
    queues: (queue) => (sees(queue.id) ? queue : undefined),
    members: (member) => (sees(member.queue) ? member : undefined),
    trends: (trend) => (sees(trend.id) ? trend : undefined),
    callers: (caller) => {
      if (!sees(caller.queue)) return undefined
      return rights.maskNumbers ? maskCaller(caller) : caller
    },
    calls: (call) => {
      if (!(all || (call.queue !== null && sees(call.queue)))) return undefined
      return rights.maskNumbers ? maskCall(call) : call
    },
    extensions: (extension) => (all ? extension : undefined),
    devices: (device) => (all ? device : undefined),
  }
  return (family, record) => views[family](record)
}

/** Asterisk compares names of queues without case (app_queue.c, `queue_cmp_cb`); people rather know the label. */
function queueFilter(queues: readonly string[], records: ReadTable<Queue>): (id: string) => boolean {
  const named = new Set(queues.map((queue) => queue.toLowerCase()))
  const isNamed = ({ id, name, label }: Queue) => [id, name, label].some((word) => named.has(word.toLowerCase()))
  // Remembered, because a queue that is gone is still to be told as gone.
  const known = new Map<string, boolean>()
  return (id) => {
    const queue = records.get(id)
    if (queue !== undefined && !known.has(id)) known.set(id, isNamed(queue))
    return known.get(id) ?? false
  }
}
