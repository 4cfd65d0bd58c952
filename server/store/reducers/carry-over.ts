import type { Caller } from '@/lib/domain/caller'
import { endpointOfInterface } from '@/lib/domain/endpoint'
import { callId } from '@/lib/domain/ids'
import type { Member } from '@/lib/domain/member'
import type { Queue } from '@/lib/domain/queue'
import { callRecord } from './call-record'
import { rekey, unite } from './calls'
import { carryRooms } from './carry-rooms'
import { withActivity } from './member-activity'
import type { AgentCall, Channel, OpenCall, PbxTables } from './tables'

/** Moments from lists are true to a second, and the list itself took its time. */
const SAME_MOMENT_MS = 2_500

/**
 * Takes along what lists cannot tell, from the tables that were live into those that were read anew beside them: since
 * when, who put whom on hold, how a call came to be. Only where both agree on what is; never anything that is gone.
 */
export function carryOver(from: PbxTables, into: PbxTables): void {
  for (const [uniqueid, channel] of into.channels) carryChannel(into, channel, from.channels.get(uniqueid))
  for (const [id, member] of into.members.entries()) carryMember(from, into, member, from.members.get(id))
  for (const [id, caller] of into.callers.entries()) carryCaller(into, caller, from.callers.get(id))
  for (const call of from.openCalls.values()) carryCall(from, into, call)
  for (const key of into.touchedCalls) if (!into.openCalls.has(key)) into.calls.delete(callId(into.pbx, key))
  into.touchedCalls.clear()
  carryRooms(from, into)
  for (const [id, queue] of into.queues.entries()) carryQueue(into, queue, from.queues.get(id))
  for (const [id, trend] of from.trends.entries()) if (into.queues.get(id)) into.trends.set(id, trend)
  for (const uniqueid of from.goneChannels) if (!into.channels.has(uniqueid)) into.goneChannels.add(uniqueid)
  into.bootedAt ??= from.bootedAt
}

/** A reset that we saw is later than the start of the PBX. */
function carryQueue(into: PbxTables, queue: Queue, before: Queue | undefined): void {
  if (!before?.countersSince) return
  into.queues.set(queue.id, { ...queue, countersSince: Math.max(queue.countersSince ?? 0, before.countersSince) })
}

function carryChannel(into: PbxTables, channel: Channel, before: Channel | undefined): void {
  if (!before) return
  const { startedAt, held, dialled, dialledBy, pickedUp, otherHalf, recording } = before
  const carried = { ...channel, startedAt, held, dialled, dialledBy, pickedUp, otherHalf, recording }
  // Some accounts may not ask for ParkedCalls: the space stays known while the channel stays where it was.
  const isParked = channel.slot === null && before.slot !== null && channel.bridge === before.bridge
  const parking = isParked ? { slot: before.slot, parkedAt: before.parkedAt } : {}
  into.channels.set(channel.uniqueid, { ...carried, ...parking })
}

function carryMember(from: PbxTables, into: PbxTables, member: Member, before: Member | undefined): void {
  if (!before) return
  const calls = carriedCalls(from, into, member)
  if (calls.length > 0) into.agentCalls.set(member.id, calls)
  const carried = {
    ...member,
    inCall: member.inCall || calls.some((call) => call.talking),
    ringInUse: member.ringInUse ?? before.ringInUse,
    lastCallAt: closer(member.lastCallAt, before.lastCallAt),
    lastPauseAt: closer(member.lastPauseAt, before.lastPauseAt),
  }
  const now = { ...carried, activity: withActivity(into, carried, undefined, 0, false).activity }
  const activitySince = isSameStretch(from, into, now, before) ? before.activitySince : member.activitySince
  into.members.set(member.id, { ...now, activitySince })
}

/** A talk goes on while the agent's channel does, whatever the list says: a reload of static members clears InCall. */
function carriedCalls(from: PbxTables, into: PbxTables, member: Member): AgentCall[] {
  const calls = (from.agentCalls.get(member.id) ?? []).map((call) => {
    const isThere = call.agentUniqueid === null ? member.inCall : into.channels.has(call.agentUniqueid)
    return { ...call, talking: call.talking && isThere }
  })
  // The late end of the others comes with the caller's: without that channel it has come, or got lost.
  return calls.filter((call) => call.talking || into.channels.has(call.callerUniqueid ?? ''))
}

/** The same activity may be another one of its kind, if we were not looking in between: the call then is another, too. */
function isSameStretch(from: PbxTables, into: PbxTables, now: Member, before: Member): boolean {
  if (now.activity !== before.activity || now.paused !== before.paused) return false
  if (now.callsTaken !== before.callsTaken || now.lastCallAt !== before.lastCallAt) return false
  if (now.activity === 'idle' || now.activity === 'unavailable') return true
  const phone = endpointOfInterface(now.stateInterface)
  const channels = from.channelsByEndpoint.of(phone)
  if (channels.size === 0) return into.channelsByEndpoint.of(phone).size === 0
  return [...channels].some((uniqueid) => into.channels.has(uniqueid))
}

/** The known moment, if it is the same one in more detail. */
function closer(listed: number | null, known: number | null): number | null {
  if (listed === null || known === null) return listed
  return Math.abs(listed - known) < SAME_MOMENT_MS ? known : listed
}

function carryCaller(into: PbxTables, caller: Caller, before: Caller | undefined): void {
  if (before?.queue !== caller.queue) return
  into.callers.patch(caller.id, { joinedAt: closer(caller.joinedAt, before.joinedAt) ?? caller.joinedAt })
}

/** What was one call stays one, under its name: Asterisk may have changed the Linkedid since without an event. */
function carryCall(from: PbxTables, into: PbxTables, before: OpenCall): void {
  const [first, ...others] = [...before.channels].filter((uniqueid) => into.channels.has(uniqueid))
  if (first === undefined) return
  for (const other of others) unite(into, first, other)
  const call = rekey(into, first, before.key)
  if (!call) return
  call.startedAt = before.startedAt
  call.answeredAt ??= before.answeredAt
  call.queue ??= before.queue
  if (!before.agent?.uniqueid || into.channels.has(before.agent.uniqueid)) call.agent ??= before.agent
  into.calls.set(call.id, callRecord(into, call, from.calls.get(call.id), 0, true))
}
