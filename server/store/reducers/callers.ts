import { type CallerId, callerId, type QueueId } from '@/lib/domain/ids'
import { joinQueue, touchCallOf } from './calls'
import { putChannel } from './channel-table'
import type { EventOf } from './reduce-context'
import type { PbxTables } from './tables'
import { noteWaiting } from './trends'

/** Lists tell a wait in whole seconds: a join known more closely stays. */
const SAME_JOIN_MS = 2_000

/** An item of QueueStatus: true as it stands, the others' items tell the others' places. */
export function callerPut(tables: PbxTables, event: EventOf<'callerPut'>): void {
  const { queue, uniqueid, channel, position, priority, party } = event
  const id = callerId(tables.pbx, uniqueid)
  const known = tables.callers.get(id)
  const queueId = tables.ids.queue(queue)
  if (known && known.queue !== queueId) removeCaller(tables, id, event.at)
  const near = known?.queue === queueId && Math.abs(known.joinedAt - event.joinedAt) < SAME_JOIN_MS
  const joinedAt = near ? known.joinedAt : event.joinedAt
  const { number, name } = party
  tables.callers.set(id, {
    id,
    pbx: tables.pbx,
    queue: queueId,
    uniqueid,
    channel,
    position,
    joinedAt,
    priority,
    number,
    name,
  })
  enter(tables, id, queueId, uniqueid, event.at)
}

/** Someone joins; a known caller stays where a list has put them. Whoever stands at that place or behind moves back. */
export function callerJoined(tables: PbxTables, event: EventOf<'callerJoined'>): void {
  const { channel, position, at } = event
  putChannel(tables, channel, at)
  const id = callerId(tables.pbx, channel.uniqueid)
  const queueId = tables.ids.queue(event.queue)
  const known = tables.callers.get(id)
  if (known?.queue === queueId) {
    const { number, name } = channel.caller
    // Known already means that a list was ahead of this event: the list's place is the newer one.
    tables.callers.patch(id, { channel: channel.name, number, name })
    return
  }
  if (known) removeCaller(tables, id, at)
  shift(tables, queueId, position, 1)
  tables.callers.set(id, {
    id,
    pbx: tables.pbx,
    queue: queueId,
    uniqueid: channel.uniqueid,
    channel: channel.name,
    position,
    joinedAt: at,
    // Only lists tell it; 0 is what everybody has without QUEUE_PRIO.
    priority: 0,
    number: channel.caller.number,
    name: channel.caller.name,
  })
  enter(tables, id, queueId, channel.uniqueid, at)
}

export function callerLeft(tables: PbxTables, event: EventOf<'callerLeft'>): void {
  const id = callerId(tables.pbx, event.uniqueid)
  if (tables.callers.get(id)?.queue === tables.ids.queue(event.queue)) removeCaller(tables, id, event.at)
}

/** An agent waited, and whoever was brought there stands in their place from now on: nobody joins, and nobody leaves. */
export function attendedTransferred(tables: PbxTables, event: EventOf<'attendedTransferred'>): void {
  const { at, app, secondUniqueid, succeeded, transferee } = event
  const known = secondUniqueid === null ? undefined : tables.callers.get(callerId(tables.pbx, secondUniqueid))
  if (!known || !succeeded || app === null || transferee === null) return
  const { uniqueid, name: channel, caller } = transferee
  putChannel(tables, transferee, at)
  tables.callers.delete(known.id)
  tables.callersByQueue.delete(known.queue, known.id)
  tables.waiting.delete(known.uniqueid)
  touchCallOf(tables, known.uniqueid)
  const id = callerId(tables.pbx, uniqueid)
  tables.callers.set(id, { ...known, ...caller, id, uniqueid, channel })
  enter(tables, id, known.queue, uniqueid, at)
}

/** Everybody behind moves up: behind the place that we knew, which a change of priority may have left unannounced. */
export function removeCaller(tables: PbxTables, id: CallerId, at: number): void {
  const caller = tables.callers.get(id)
  if (!caller) return
  const before = tables.callersByQueue.of(caller.queue).size
  tables.callers.delete(id)
  tables.callersByQueue.delete(caller.queue, id)
  tables.waiting.delete(caller.uniqueid)
  shift(tables, caller.queue, caller.position + 1, -1)
  noteWaiting(tables, caller.queue, before, at)
  touchCallOf(tables, caller.uniqueid)
}

function enter(tables: PbxTables, id: CallerId, queue: QueueId, uniqueid: string, at: number): void {
  tables.callersByQueue.add(queue, id)
  tables.waiting.set(uniqueid, id)
  noteWaiting(tables, queue, tables.callersByQueue.of(queue).size, at)
  joinQueue(tables, uniqueid, queue)
}

function shift(tables: PbxTables, queue: QueueId, from: number, by: 1 | -1): void {
  for (const id of tables.callersByQueue.of(queue)) {
    const caller = tables.callers.get(id)
    if (caller && caller.position >= from) tables.callers.set(id, { ...caller, position: caller.position + by })
  }
}
