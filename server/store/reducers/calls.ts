import { callId, type QueueId } from '@/lib/domain/ids'
import { callRecord } from './call-record'
import { touch, touchLine } from './line-tables'
import type { Channel, OpenCall, PbxTables } from './tables'

/**
 * Folds channels into calls. Linkedids, Dial, Local halves and bridges of two all say the same: these channels are one
 * call. What was united stays so, as in Asterisk, where channels that met keep the common Linkedid.
 */
export function addToCall(tables: PbxTables, channel: Channel): void {
  const { uniqueid, linkedid } = channel
  const mine = tables.callOfChannel.get(uniqueid)
  const theirs = tables.callOfLinkedid.get(linkedid)
  const call = tables.openCalls.get(mine ?? theirs ?? '') ?? openCall(tables, linkedid, channel.startedAt)
  call.channels.add(uniqueid)
  tables.callOfChannel.set(uniqueid, call.key)
  if (theirs === undefined) {
    call.linkedids.add(linkedid)
    tables.callOfLinkedid.set(linkedid, call.key)
  } else if (theirs !== call.key) merge(tables, call.key, theirs)
  call.startedAt = Math.min(call.startedAt, channel.startedAt)
  touchCallOf(tables, uniqueid)
}

function openCall(tables: PbxTables, key: string, startedAt: number): OpenCall {
  const call: OpenCall = {
    id: callId(tables.pbx, key),
    key,
    channels: new Set(),
    linkedids: new Set(),
    startedAt,
    answeredAt: null,
    connected: false,
    queue: null,
    agent: null,
  }
  tables.openCalls.set(key, call)
  return call
}

/** Two channels turn out to belong together. */
export function unite(tables: PbxTables, one: string, other: string): void {
  const first = tables.callOfChannel.get(one)
  const second = tables.callOfChannel.get(other)
  if (first !== undefined && second !== undefined && first !== second) merge(tables, first, second)
}

/** The older call goes on and takes over the other's channels. */
function merge(tables: PbxTables, oneKey: string, otherKey: string): void {
  const one = tables.openCalls.get(oneKey)
  const other = tables.openCalls.get(otherKey)
  if (!one || !other) return
  const [older, younger] = one.startedAt <= other.startedAt ? [one, other] : [other, one]
  for (const uniqueid of younger.channels) {
    older.channels.add(uniqueid)
    tables.callOfChannel.set(uniqueid, older.key)
  }
  for (const linkedid of younger.linkedids) {
    older.linkedids.add(linkedid)
    tables.callOfLinkedid.set(linkedid, older.key)
  }
  older.queue ??= younger.queue
  older.agent ??= younger.agent
  older.answeredAt ??= younger.answeredAt
  older.connected ||= younger.connected
  tables.openCalls.delete(younger.key)
  tables.touchedCalls.add(older.key).add(younger.key)
}

/** Calls the call with this channel by the given key, unless another one has it; returns it. */
export function rekey(tables: PbxTables, uniqueid: string, key: string): OpenCall | undefined {
  const call = callWith(tables, uniqueid)
  if (!call || call.key === key || tables.openCalls.has(key)) return call
  const renamed = { ...call, id: callId(tables.pbx, key), key }
  tables.openCalls.delete(call.key)
  tables.openCalls.set(key, renamed)
  for (const channel of renamed.channels) tables.callOfChannel.set(channel, key)
  for (const linkedid of renamed.linkedids.add(key)) tables.callOfLinkedid.set(linkedid, key)
  tables.touchedCalls.delete(call.key)
  tables.calls.delete(call.id)
  return renamed
}

/** A channel hung up; with the last one the call is over. */
export function removeFromCall(tables: PbxTables, uniqueid: string): void {
  const key = tables.callOfChannel.get(uniqueid)
  const call = tables.openCalls.get(key ?? '')
  tables.callOfChannel.delete(uniqueid)
  if (!call) return
  call.channels.delete(uniqueid)
  tables.touchedCalls.add(call.key)
  if (call.channels.size > 0) return
  for (const linkedid of call.linkedids) tables.callOfLinkedid.delete(linkedid)
  tables.openCalls.delete(call.key)
}

export function callWith(tables: PbxTables, uniqueid: string | null): OpenCall | undefined {
  const key = tables.callOfChannel.get(uniqueid ?? '')
  return key === undefined ? undefined : tables.openCalls.get(key)
}

/** The record of the call with this channel has to be made anew. */
export function touchCallOf(tables: PbxTables, uniqueid: string): void {
  const key = tables.callOfChannel.get(uniqueid)
  if (key !== undefined) tables.touchedCalls.add(key)
}

/** The call with this channel waits in a queue. */
export function joinQueue(tables: PbxTables, uniqueid: string, queue: QueueId): void {
  const call = callWith(tables, uniqueid)
  if (!call) return
  call.queue = queue
  tables.touchedCalls.add(call.key)
}

/** A list shows a call that went through a queue before we looked; what we saw ourselves is known better. */
export function cameThrough(tables: PbxTables, uniqueid: string, queue: QueueId): void {
  const call = callWith(tables, uniqueid)
  if (!call || call.queue !== null) return
  call.queue = queue
  tables.touchedCalls.add(call.key)
}

export function connectAgent(
  tables: PbxTables,
  callerUniqueid: string,
  agent: NonNullable<OpenCall['agent']>,
  at: number,
): void {
  const call = callWith(tables, callerUniqueid)
  if (!call) return
  call.agent = agent
  call.answeredAt ??= at
  tables.touchedCalls.add(call.key)
}

/** A phone of the house becomes known: whose calls it takes part in may turn from inbound to internal. */
export function addHousePhone(tables: PbxTables, endpoint: string): void {
  if (tables.housePhones.has(endpoint)) return
  tables.housePhones.add(endpoint)
  touchLine(tables, endpoint)
  for (const uniqueid of tables.channelsByEndpoint.of(endpoint)) touchCallOf(tables, uniqueid)
}

/** Makes the records of all touched calls anew, once per event. `isListed`: what is seen now may have begun long ago. */
export function settleCalls(tables: PbxTables, at: number, isListed: boolean): void {
  if (tables.touchedCalls.size === 0) return
  for (const key of tables.touchedCalls) {
    const call = tables.openCalls.get(key)
    if (call) {
      tables.calls.set(call.id, callRecord(tables, call, tables.calls.get(call.id), at, isListed))
      touch(tables.touchedTalks, key, isListed ? null : at)
    } else tables.calls.delete(callId(tables.pbx, key))
  }
  tables.touchedCalls.clear()
}
