import { endpointOfInterface, isLocal } from '@/lib/domain/endpoint'
import type { MemberId, QueueId } from '@/lib/domain/ids'
import { callWith, connectAgent, unite } from './calls'
import { isPhoneUp, withActivity } from './member-activity'
import { notePickup, takerOf } from './pickups'
import { countCompleted } from './queues'
import type { EventOf } from './reduce-context'
import type { AgentCall, Channel, OpenCall, PbxTables } from './tables'

/** The agent's channel and the caller's belong to one call, also where Asterisk tells no Linkedid. */
export function agentCalled(tables: PbxTables, event: EventOf<'agentCalled'>): void {
  if (event.callerUniqueid && event.agentUniqueid) unite(tables, event.callerUniqueid, event.agentUniqueid)
}

export function agentConnected(tables: PbxTables, event: EventOf<'agentConnected'>): void {
  const { callerUniqueid, agentUniqueid, at } = event
  if (callerUniqueid && agentUniqueid) unite(tables, callerUniqueid, agentUniqueid)
  const taker = takerOf(tables, event.queue, agentUniqueid)
  if (callerUniqueid) {
    const agent = { interface: taker?.interface ?? event.interface, uniqueid: agentUniqueid }
    connectAgent(tables, callerUniqueid, agent, at)
  }
  const id = tables.ids.member(event.queue, event.interface)
  const isTheirs = taker === null || taker.member?.id === id
  begin(tables, id, event, isTheirs)
  if (!isTheirs && taker.member) begin(tables, taker.member.id, event, true, true)
}

/** Where a Local channel was called, the talk may be told a moment before (seen on 22). */
export function pickedUp(tables: PbxTables, event: EventOf<'pickedUp'>): void {
  const half = notePickup(tables, event)
  if (half === null) return
  for (const [id, calls] of [...tables.agentCalls]) {
    const call = calls.find(({ agentUniqueid, talking }) => agentUniqueid === half && talking)
    const member = tables.members.get(id)
    if (!call || !member) continue
    const queue = tables.queues.get(member.queue)?.name ?? ''
    const { callerUniqueid, connectedAt: at } = call
    agentConnected(tables, {
      ...{ type: 'agentConnected', at, queue, interface: member.interface, callerUniqueid, agentUniqueid: half },
      ...{ holdSeconds: 0, ringSeconds: 0 },
    })
  }
}

/** `isTheirs`: nobody took it from this member, who only counts as who has it. `isCounted`: Asterisk counts it elsewhere. */
function begin(
  tables: PbxTables,
  id: MemberId,
  { callerUniqueid, agentUniqueid, at }: EventOf<'agentConnected'>,
  isTheirs: boolean,
  isCounted = false,
): void {
  const member = tables.members.get(id)
  if (!member) return
  const calls = (tables.agentCalls.get(id) ?? []).filter((call) => !isSameCaller(call, callerUniqueid))
  // A list that was ahead of this event may have counted its end already.
  const callsTaken = member.callsTaken - ((member.lastCallAt ?? 0) > at ? 1 : 0)
  calls.push({ callerUniqueid, agentUniqueid, connectedAt: at, callsTaken, talking: isTheirs, isCounted })
  keepCalls(tables, id, calls, at)
}

/** Comes late, when the caller finally hangs up, after a Redirect or Park: the agent may be in another call by then. */
export function agentCompleted(tables: PbxTables, event: EventOf<'agentCompleted'>): void {
  const id = tables.ids.member(event.queue, event.interface)
  const calls = tables.agentCalls.get(id) ?? []
  const ended = endedCall(calls, event)
  if (!ended) countCompleted(tables, tables.ids.queue(event.queue))
  else if (!ended.isCounted) countCall(tables, id, tables.ids.queue(event.queue), ended, event.at)
  keepCalls(
    tables,
    id,
    calls.filter((call) => call !== ended),
    event.at,
  )
}

/** Asterisk counts when the talk ends, also where it tells of that (AgentComplete) only when the caller hangs up. */
function countCall(tables: PbxTables, id: MemberId, queue: QueueId, call: AgentCall, at: number): void {
  countCompleted(tables, queue)
  const member = tables.members.get(id)
  if (!member) return
  tables.members.set(id, {
    ...member,
    // The member's last event may or may not have counted this call.
    callsTaken: Math.max(member.callsTaken, call.callsTaken + 1),
    lastCallAt: Math.max(member.lastCallAt ?? 0, at),
  })
}

/** AgentComplete may lack the caller (Redirect, Park): its talk time then tells which call it was. */
function endedCall(calls: readonly AgentCall[], event: EventOf<'agentCompleted'>): AgentCall | undefined {
  const { callerUniqueid } = event
  if (callerUniqueid !== null) return calls.find((call) => isSameCaller(call, callerUniqueid))
  const connectedAt = event.at - event.talkSeconds * 1000
  const distance = (call: AgentCall) => Math.abs(call.connectedAt - connectedAt)
  return calls.toSorted((one, other) => distance(one) - distance(other))[0]
}

/** An agent's channel that hangs up ends the talk, whatever becomes of the caller. */
export function agentHungUp(tables: PbxTables, channel: Channel, at: number): void {
  const call = callWith(tables, channel.uniqueid)
  if (call?.agent?.uniqueid === channel.uniqueid) {
    const heir = heirOf(tables, call, channel, endpointOfInterface(call.agent.interface))
    call.agent = heir && { ...call.agent, uniqueid: heir.uniqueid }
  }
  const isPhoneFree = !isPhoneUp(tables, channel.endpoint, channel.uniqueid)
  for (const id of [...tables.membersByEndpoint.of(channel.endpoint)]) {
    const talks = (tables.agentCalls.get(id) ?? []).filter((one) => one.talking)
    const ended =
      talks.find((one) => one.agentUniqueid === channel.uniqueid) ??
      talks.find((one) => isPhoneFree && !tables.channels.has(one.agentUniqueid ?? ''))
    if (ended) leave(tables, id, ended, channel, at)
    // In a call since before we looked.
    else if (talks.length === 0 && isPhoneFree) setInCall(tables, id, false, at)
  }
}

function leave(tables: PbxTables, id: MemberId, ended: AgentCall, channel: Channel, at: number): void {
  const phone = endpointOfInterface(tables.members.get(id)?.stateInterface ?? '')
  const heir = heirOf(tables, callWith(tables, channel.uniqueid), channel, phone)
  if (heir) {
    ended.agentUniqueid = heir.uniqueid
    // Where neither interface leads to the phone, only the channel itself can tell its end.
    tables.membersByEndpoint.add(heir.endpoint, id)
    return
  }
  ended.talking = false
  const calls = tables.agentCalls.get(id) ?? []
  const queue = tables.members.get(id)?.queue
  if (queue !== undefined && !ended.isCounted) countCall(tables, id, queue, ended, at)
  // Of a call that Asterisk counts elsewhere no end is told here.
  const isToldLater = !ended.isCounted
  ended.isCounted = true
  keepCalls(tables, id, isToldLater ? calls : calls.filter((call) => call !== ended), at)
}

/** A Local half that is optimised away leaves the talk to the phone that was dialled through it. */
function heirOf(tables: PbxTables, call: OpenCall | undefined, half: Channel, phone: string): Channel | null {
  if (!isLocal(half.name)) return null
  for (const uniqueid of call?.channels ?? []) {
    const other = tables.channels.get(uniqueid)
    if (!other || other.uniqueid === half.uniqueid || isLocal(other.name)) continue
    if (other.endpoint === phone || (half.otherHalf !== null && other.dialledBy === half.otherHalf)) return other
  }
  return null
}

function keepCalls(tables: PbxTables, id: MemberId, calls: AgentCall[], at: number): void {
  if (calls.length > 0) tables.agentCalls.set(id, calls)
  else tables.agentCalls.delete(id)
  setInCall(
    tables,
    id,
    calls.some((call) => call.talking),
    at,
  )
}

function setInCall(tables: PbxTables, id: MemberId, inCall: boolean, at: number): void {
  const member = tables.members.get(id)
  if (member) tables.members.set(id, withActivity(tables, { ...member, inCall }, member, at, false))
}

function isSameCaller(call: AgentCall, callerUniqueid: string | null): boolean {
  return call.callerUniqueid === callerUniqueid && callerUniqueid !== null
}
