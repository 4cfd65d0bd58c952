import { endpointOfInterface } from '@/lib/domain/endpoint'
import type { Member, MemberActivity } from '@/lib/domain/member'
import type { PbxTables } from './tables'

const UP = 6

/**
 * The member with the activity that follows from its device, its queue call and its phone's holds. `activitySince`
 * moves only when the activity changes or a pause ends; `known` is the member before.
 */
export function withActivity(
  tables: PbxTables,
  member: Member,
  known: Member | undefined,
  at: number,
  isListed: boolean,
): Member {
  const activity = activityOf(tables, member)
  const unpaused = activity === 'idle' && known?.paused === true && !member.paused
  if (known && activity === known.activity && !unpaused) return { ...member, activity }
  const since = !known && isListed ? beganBefore(tables, member, activity) : at
  return { ...member, activity, activitySince: since }
}

function activityOf(tables: PbxTables, member: Member): MemberActivity {
  switch (member.device) {
    case 'onHold':
      return 'onHold'
    case 'ringing':
      return member.inCall ? talking(tables, member) : 'ringing'
    case 'inUse':
    case 'busy':
    case 'ringInUse':
      return talking(tables, member)
    case 'unavailable':
    case 'invalid':
      return member.inCall ? talking(tables, member) : 'unavailable'
    case 'unknown':
    case 'notInUse':
      return member.inCall ? talking(tables, member) : 'idle'
  }
}

/** An agent who presses hold stays "in use" for Asterisk (8, on hold, is the caller's doing): the channel tells. */
function talking(tables: PbxTables, member: Member): MemberActivity {
  for (const uniqueid of phoneChannels(tables, member)) {
    if (tables.channels.get(uniqueid)?.held) return 'onHold'
  }
  return 'onCall'
}

/** When what a list shows began, as far as lists tell; a call's moment is that of its channel, ringing included. */
function beganBefore(tables: PbxTables, member: Member, activity: MemberActivity): number | null {
  if (activity === 'unavailable') return null
  if (activity === 'idle') {
    const latest = Math.max(member.lastCallAt ?? 0, member.lastPauseAt ?? 0, member.loggedInAt ?? 0)
    return latest || null
  }
  let began: number | null = null
  for (const uniqueid of phoneChannels(tables, member)) {
    const channel = tables.channels.get(uniqueid)
    if (channel && (began === null || channel.startedAt < began)) began = channel.startedAt
  }
  return began
}

function phoneChannels(tables: PbxTables, member: Member): ReadonlySet<string> {
  return tables.channelsByEndpoint.of(endpointOfInterface(member.stateInterface))
}

/** Has the phone at this endpoint another channel up than the given one? */
export function isPhoneUp(tables: PbxTables, endpoint: string, butUniqueid: string): boolean {
  for (const uniqueid of tables.channelsByEndpoint.of(endpoint)) {
    if (uniqueid !== butUniqueid && tables.channels.get(uniqueid)?.state === UP) return true
  }
  return false
}

/** Tells the activity of everybody at an endpoint anew: a hold began or ended there. */
export function refreshPhone(tables: PbxTables, endpoint: string, at: number): void {
  for (const id of tables.membersByEndpoint.of(endpoint)) {
    const member = tables.members.get(id)
    if (member) tables.members.set(id, withActivity(tables, member, member, at, false))
  }
}
