import { DEVICE_STATES, type DeviceState, type Membership } from '@/lib/domain/member'
import type { AmiMessage } from '@/server/ami/types'
import type { MemberChange, MemberFields, PbxEvent } from './pbx-event'
import type { Readers } from './reader'
import { flagOf, momentOf, numberOf } from './values'
import { anyOf, INTERFACE, MEMBER_NAME, PAUSED_REASON } from './versions'

/**
 * Members of the realtime database are `realtime` in events and `static` in lists (apps/app_queue.c), for they can be removed by no
 * action either.
 */
function membershipOf(message: AmiMessage): Membership | undefined {
  const value = message.get('Membership')
  if (value === undefined) return undefined
  if (value === 'realtime') return 'static'
  return value === 'static' || value === 'dynamic' ? value : 'unknown'
}

function deviceOf(message: AmiMessage): DeviceState {
  return DEVICE_STATES[numberOf(message, 'Status') ?? 0] ?? 'unknown'
}

/** A reason is the member's while the pause lasts; [16] repeats that of the ended pause as `Reason` on unpause. */
function reasonOf(message: AmiMessage, paused: boolean): string | null | undefined {
  if (!paused) return null
  const reason = anyOf(message, PAUSED_REASON)
  return reason === undefined ? undefined : reason || null
}

function fieldsOf(message: AmiMessage, memberInterface: string, isListItem: boolean): MemberFields {
  const paused = flagOf(message, 'Paused') ?? false
  return {
    name: anyOf(message, MEMBER_NAME) || memberInterface,
    interface: memberInterface,
    stateInterface: message.get('StateInterface') || undefined,
    membership: membershipOf(message),
    penalty: numberOf(message, 'Penalty'),
    ringInUse: flagOf(message, 'Ringinuse'),
    wrapUpSeconds: numberOf(message, 'Wrapuptime'),
    callsTaken: numberOf(message, 'CallsTaken'),
    lastCallAt: momentOf(message, 'LastCall'),
    lastPauseAt: momentOf(message, 'LastPause'),
    loggedInAt: momentOf(message, 'LoginTime'),
    device: deviceOf(message),
    inCall: isListItem ? flagOf(message, 'InCall') : undefined,
    paused,
    pausedReason: reasonOf(message, paused),
  }
}

function putWith(isListItem: boolean) {
  return (message: AmiMessage, at: number): PbxEvent | null => {
    const queue = message.get('Queue')
    const memberInterface = anyOf(message, INTERFACE)
    if (!queue || !memberInterface) return null
    // Up to 11 events about one trait tell that trait only.
    if (message.get('Status') === undefined) return changed(message, at, queue, memberInterface)
    return { type: 'memberPut', at, queue, member: fieldsOf(message, memberInterface, isListItem) }
  }
}

function changed(message: AmiMessage, at: number, queue: string, memberInterface: string): PbxEvent {
  const change: MemberChange = {}
  const penalty = numberOf(message, 'Penalty')
  const ringInUse = flagOf(message, 'Ringinuse')
  const paused = flagOf(message, 'Paused')
  if (penalty !== undefined) change.penalty = penalty
  if (ringInUse !== undefined) change.ringInUse = ringInUse
  if (paused !== undefined) {
    change.paused = paused
    change.pausedReason = reasonOf(message, paused) ?? null
    if (paused) change.lastPauseAt = at
  }
  return { type: 'memberChanged', at, queue, interface: memberInterface, change }
}

function removed(message: AmiMessage, at: number): PbxEvent | null {
  const queue = message.get('Queue')
  const memberInterface = anyOf(message, INTERFACE)
  if (!queue || !memberInterface) return null
  return { type: 'memberRemoved', at, queue, interface: memberInterface }
}

const put = putWith(false)

export const memberReaders: Readers = {
  QueueMember: putWith(true),
  QueueMemberAdded: put,
  QueueMemberStatus: put,
  QueueMemberPause: put,
  QueueMemberPenalty: put,
  QueueMemberRinginuse: put,
  QueueMemberRemoved: removed,
  // Up to 11.
  QueueMemberPaused: put,
}
