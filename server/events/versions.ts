import type { AmiMessage } from '@/server/ami/types'

/**
 * Where Asterisk's versions 1.8 to 22 differ, in one place: each word of ours with the header names that had it, newest
 * first. Event names that differ are simply two entries of a reader table (`QueueCallerJoin` and, up to 11, `Join`).
 *
 * - up to 11 events had hand-written headers; since 12 they have channel and bridge snapshots (main/manager_channels.c,
 *   main/manager_bridges.c), a Linkedid, and C-escaped names;
 * - QueueStatus says `Name` and `Location` in every version; events said `Location` up to 11 and say `Interface` since;
 * - status events of old members lack LoginTime, LastPause, InCall, PausedReason, Wrapuptime.
 */
export const INTERFACE = ['Interface', 'Location', 'Member'] as const
export const MEMBER_NAME = ['MemberName', 'Name'] as const
/** 16 repeats the reason of a pause as `Reason`, and on unpause gives it only there; up to 11 there is only `Reason`. */
export const PAUSED_REASON = ['PausedReason', 'Reason'] as const
export const DESTINATION = ['DestChannel', 'Destination'] as const
export const CALLER_NUMBER = ['CallerIDNum', 'CallerID'] as const
/** Uniqueid of the agent's channel; `BridgedChannel` up to 11 (app_queue.c, `AgentConnect`). */
export const AGENT_UNIQUEID = ['DestUniqueid', 'BridgedChannel'] as const
export const PARKING_SPACE = ['ParkingSpace', 'Exten'] as const
/** Seconds until a parked call goes back. */
export const PARKING_LEFT = ['ParkingTimeout', 'Timeout'] as const
export const PARKEE_CHANNEL = ['ParkeeChannel', 'Channel'] as const
export const PARKEE_UNIQUEID = ['ParkeeUniqueid', 'Uniqueid'] as const

/** The first of the names that the message has. */
export function anyOf(message: AmiMessage, names: readonly string[]): string | undefined {
  for (const name of names) {
    const value = message.get(name)
    if (value !== undefined) return value
  }
  return undefined
}
