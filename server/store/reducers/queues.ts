import { callerId, type QueueId } from '@/lib/domain/ids'
import type { Queue } from '@/lib/domain/queue'
import { removeCaller } from './callers'
import { forgetMember } from './members'
import type { EventOf, ReduceContext } from './reduce-context'
import type { PbxTables } from './tables'
import { noteWaiting } from './trends'

/** `QueueParams`: Asterisk's word is final on its counters. */
export function queueParams(tables: PbxTables, event: EventOf<'queueParams'>, context: ReduceContext): void {
  const id = tables.ids.queue(event.queue)
  const { label, limits } = context.settings(event.queue)
  const { calls: _, ...params } = event.params
  const countersSince = tables.queues.get(id)?.countersSince ?? tables.bootedAt
  tables.queues.set(id, { id, pbx: tables.pbx, name: event.queue, label, limits, ...params, countersSince })
  noteWaiting(tables, id, tables.callersByQueue.of(id).size, event.at)
}

/** A queue that is gone takes its members and callers along. */
export function queueRemoved(tables: PbxTables, event: EventOf<'queueRemoved'>): void {
  const id = tables.ids.queue(event.queue)
  for (const member of [...tables.membersByQueue.of(id)]) forgetMember(tables, member)
  for (const caller of [...tables.callersByQueue.of(id)]) removeCaller(tables, caller, event.at)
  tables.queues.delete(id)
  tables.trends.delete(id)
}

/** Counters began anew: by QueueReset, which no event tells, or because Asterisk restarted. */
export function queueCountersReset(tables: PbxTables, event: EventOf<'queueCountersReset'>): void {
  const ids = event.queue === null ? tables.queues.entries() : [[tables.ids.queue(event.queue)] as const]
  for (const [id] of ids) {
    tables.queues.patch(id, {
      completed: 0,
      abandoned: 0,
      holdtime: 0,
      talktime: 0,
      serviceLevelPerf: 0,
      serviceLevelPerf2: 0,
      countersSince: event.at,
    })
  }
}

/** Every lost caller counts at once; the next QueueParams tells Asterisk's own figure. */
export function callerAbandoned(tables: PbxTables, event: EventOf<'callerAbandoned'>): void {
  // Only whom we saw waiting: a repeated report must not count twice.
  if (!tables.callers.get(callerId(tables.pbx, event.uniqueid))) return
  count(tables, tables.ids.queue(event.queue), 'abandoned')
}

/** An answered call counts when it ends, as Asterisk counts it. */
export function countCompleted(tables: PbxTables, queue: QueueId): void {
  count(tables, queue, 'completed')
}

function count(tables: PbxTables, id: QueueId, counter: 'completed' | 'abandoned'): void {
  const queue: Queue | undefined = tables.queues.get(id)
  if (queue) tables.queues.set(id, { ...queue, [counter]: queue[counter] + 1 })
}

/** When the PBX started is when its counters began, as long as no reset is known. */
export function booted(tables: PbxTables, event: EventOf<'booted'>): void {
  if (event.uptimeSeconds !== null) tables.bootedAt = event.at - event.uptimeSeconds * 1000
}
