import type { MemberId, PbxName, QueueId } from './ids'

/** Asterisk's device states 0 to 8 as `Status` of a queue member gives them (include/asterisk/devicestate.h). */
export const DEVICE_STATES = [
  'unknown',
  'notInUse',
  'inUse',
  'busy',
  'invalid',
  'unavailable',
  'ringing',
  'ringInUse',
  'onHold',
] as const
export type DeviceState = (typeof DEVICE_STATES)[number]

/** `realtime`: only in what was recorded before members of the realtime database were told as static. */
export type Membership = 'static' | 'dynamic' | 'realtime' | 'unknown'

/** What a member's phone does, pause and wrap-up left aside. */
export type MemberActivity = 'idle' | 'ringing' | 'onCall' | 'onHold' | 'unavailable'

/** One agent in one queue (`QueueMember`); the same agent in two queues is two members. */
export type Member = {
  id: MemberId
  pbx: PbxName
  queue: QueueId
  /** `MemberName`; the interface when Asterisk has none. */
  name: string
  interface: string
  stateInterface: string
  membership: Membership
  penalty: number
  /** `null`: not said by this Asterisk. */
  ringInUse: boolean | null
  /** Wrap-up in seconds: the member's own, else the queue's from the configuration (AMI does not tell a queue's). */
  wrapUpSeconds: number
  callsTaken: number
  /** Moments in ms since 1970; `null`: never, or not known. */
  lastCallAt: number | null
  lastPauseAt: number | null
  loggedInAt: number | null
  device: DeviceState
  /** In a call of this very queue. */
  inCall: boolean
  paused: boolean
  pausedReason: string | null
  activity: MemberActivity
  /** When `activity` began (while idle: or when the last pause ended); `null` when that was before we looked. */
  activitySince: number | null
}

/** The states that screens show, one icon, colour and word each. */
export const MEMBER_STATES = ['ready', 'ringing', 'onCall', 'onHold', 'wrapUp', 'paused', 'unavailable'] as const
export type MemberState = (typeof MEMBER_STATES)[number]

/**
 * What the member does at `now` (ms), and since when (`null`: began before we looked).
 * A call outranks a pause, because who is paused in mid-call still talks; a pause outranks wrap-up and an absent phone.
 */
export function memberStateAt(member: Member, now: number): { state: MemberState; since: number | null } {
  switch (member.activity) {
    case 'onCall':
    case 'onHold':
    case 'ringing':
      return { state: member.activity, since: member.activitySince }
    case 'unavailable':
      if (!member.paused) return { state: 'unavailable', since: member.activitySince }
      return { state: 'paused', since: member.lastPauseAt }
    case 'idle':
      return idleStateAt(member, now)
  }
}

function idleStateAt(member: Member, now: number): { state: MemberState; since: number | null } {
  if (member.paused) return { state: 'paused', since: member.lastPauseAt }
  const ready = member.activitySince
  if (member.lastCallAt === null || member.wrapUpSeconds === 0) return { state: 'ready', since: ready }
  const wrapUpEnds = member.lastCallAt + member.wrapUpSeconds * 1000
  if (now < wrapUpEnds) return { state: 'wrapUp', since: member.lastCallAt }
  return { state: 'ready', since: ready === null ? wrapUpEnds : Math.max(ready, wrapUpEnds) }
}
