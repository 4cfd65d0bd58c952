import { endpointOfInterface } from '@/lib/domain/endpoint'
import type { MemberId } from '@/lib/domain/ids'
import type { Member } from '@/lib/domain/member'
import type { MemberFields } from '@/server/events/pbx-event'
import { addHousePhone } from './calls'
import { withActivity } from './member-activity'
import type { EventOf, ReduceContext } from './reduce-context'
import type { PbxTables } from './tables'

/** Asterisk gives moments in whole seconds; an event about the same moment tells it to the millisecond. */
const SAME_MOMENT_MS = 2_000

export function memberPut(tables: PbxTables, event: EventOf<'memberPut'>, context: ReduceContext): void {
  const { member: said, at } = event
  const id = tables.ids.member(event.queue, said.interface)
  const known = tables.members.get(id)
  const isListed = said.inCall !== undefined
  const queue = tables.ids.queue(event.queue)
  const member: Member = {
    id,
    pbx: tables.pbx,
    queue,
    name: said.name,
    interface: said.interface,
    stateInterface: said.stateInterface ?? known?.stateInterface ?? said.interface,
    membership: said.membership ?? known?.membership ?? 'unknown',
    penalty: said.penalty ?? known?.penalty ?? 0,
    ringInUse: said.ringInUse ?? known?.ringInUse ?? null,
    wrapUpSeconds: said.wrapUpSeconds || context.settings(event.queue).wrapUpSeconds,
    callsTaken: callsTaken(known, said, isListed),
    lastCallAt: lastCallAt(known, said, isListed),
    lastPauseAt: isListed ? precise(known?.lastPauseAt, said.lastPauseAt) : lastPauseAt(known, said, at),
    loggedInAt: precise(known?.loggedInAt, said.loggedInAt),
    device: said.device,
    inCall: inCall(tables, id, known, said),
    paused: said.paused,
    pausedReason: said.pausedReason === undefined ? (known?.pausedReason ?? null) : said.pausedReason,
    activity: known?.activity ?? 'idle',
    activitySince: known?.activitySince ?? null,
  }
  if (known?.stateInterface !== member.stateInterface) register(tables, member, known)
  tables.members.set(id, withActivity(tables, member, known, at, isListed))
}

/** One trait changed; an unknown member is left to the next list. */
export function memberChanged(tables: PbxTables, event: EventOf<'memberChanged'>): void {
  const id = tables.ids.member(event.queue, event.interface)
  const known = tables.members.get(id)
  if (known) tables.members.set(id, withActivity(tables, { ...known, ...event.change }, known, event.at, false))
}

export function memberRemoved(tables: PbxTables, event: EventOf<'memberRemoved'>): void {
  forgetMember(tables, tables.ids.member(event.queue, event.interface))
}

export function forgetMember(tables: PbxTables, id: MemberId): void {
  const member = tables.members.get(id)
  if (!member) return
  tables.members.delete(id)
  tables.membersByQueue.delete(member.queue, id)
  for (const endpoint of endpointsOf(member)) tables.membersByEndpoint.delete(endpoint, id)
  tables.agentCalls.delete(id)
}

function register(tables: PbxTables, member: Member, known: Member | undefined): void {
  for (const endpoint of known ? endpointsOf(known) : []) tables.membersByEndpoint.delete(endpoint, member.id)
  tables.membersByQueue.add(member.queue, member.id)
  for (const endpoint of endpointsOf(member)) {
    tables.membersByEndpoint.add(endpoint, member.id)
    addHousePhone(tables, endpoint)
  }
}

function endpointsOf(member: Member): string[] {
  return [endpointOfInterface(member.interface), endpointOfInterface(member.stateInterface)]
}

/**
 * Lists are right at once. Events may still tell the count of before, because app_queue.c reports the end of a call
 * (AgentComplete) before it counts the call; more than one less is a reset.
 */
function callsTaken(known: Member | undefined, said: MemberFields, isListed: boolean): number {
  const before = known?.callsTaken ?? 0
  const now = said.callsTaken ?? before
  return !isListed && now === before - 1 ? before : now
}

function lastCallAt(known: Member | undefined, said: MemberFields, isListed: boolean): number | null {
  const now = precise(known?.lastCallAt, said.lastCallAt)
  return isListed || !known?.lastCallAt ? now : Math.max(known.lastCallAt, now ?? 0)
}

/** A pause that begins with this event began at the event's own time. */
function lastPauseAt(known: Member | undefined, said: MemberFields, at: number): number | null {
  const now = precise(known?.lastPauseAt, said.lastPauseAt)
  if (now === null || now === known?.lastPauseAt) return now
  return Math.abs(at - now) < SAME_MOMENT_MS ? at : now
}

/** What is known to the millisecond stays while it is the same second. */
function precise(known: number | null | undefined, said: number | null | undefined): number | null {
  if (said === undefined || said === null) return said === null ? null : (known ?? null)
  return known && Math.floor(known / 1000) === Math.floor(said / 1000) ? known : said
}

/**
 * A list's word counts, with two exceptions: after a Redirect or Park of the caller Asterisk holds the member for in
 * call until that caller hangs up, though the phone is free; and a reload of static members clears InCall of who talks.
 */
function inCall(tables: PbxTables, id: MemberId, known: Member | undefined, said: MemberFields): boolean {
  if (said.inCall === undefined) return known?.inCall ?? false
  const talking = tables.agentCalls.get(id)?.some((call) => call.talking) ?? false
  return talking || (said.inCall && said.device !== 'notInUse')
}
