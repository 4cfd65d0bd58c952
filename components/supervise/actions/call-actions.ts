import { viewerMay } from '@/components/session/viewer'
import type { QueuePermission } from '@/lib/domain/rights'
import type { CommandType } from '@/lib/protocol/commands'
import type { Viewer } from '@/lib/protocol/viewer'
import { unreachable } from '@/lib/unreachable'
import type { CallRow } from '../model/call-row'
import { sideOfInterface } from '../model/parties'
import { not, type Situation, type WhyNot, whyNoPhone, whyNotAtAll, whyNotOwn } from './why-not'

export const CALL_ACTIONS = [
  'listen',
  'whisper',
  'barge',
  'transfer',
  'attendedTransfer',
  'cancelTransfer',
  'park',
  'fetch',
  'conference',
  'limit',
  'recordStart',
  'recordStop',
  'recordMute',
  'recordUnmute',
  'hangUp',
] as const
export type CallAction = (typeof CALL_ACTIONS)[number]

const COMMANDS: Readonly<Record<CallAction, { type: CommandType; permission: QueuePermission }>> = {
  listen: { type: 'call.listen', permission: 'calls.listen' },
  whisper: { type: 'call.listen', permission: 'calls.whisper' },
  barge: { type: 'call.listen', permission: 'calls.barge' },
  transfer: { type: 'call.transfer', permission: 'calls.transfer' },
  attendedTransfer: { type: 'call.attendedTransfer', permission: 'calls.transfer' },
  cancelTransfer: { type: 'call.cancelTransfer', permission: 'calls.transfer' },
  park: { type: 'call.park', permission: 'calls.park' },
  fetch: { type: 'call.fetch', permission: 'calls.park' },
  conference: { type: 'call.conference', permission: 'calls.transfer' },
  limit: { type: 'call.limit', permission: 'calls.limit' },
  recordStart: { type: 'call.record', permission: 'calls.record' },
  recordStop: { type: 'call.record', permission: 'calls.record' },
  recordMute: { type: 'call.record', permission: 'calls.record' },
  recordUnmute: { type: 'call.record', permission: 'calls.record' },
  hangUp: { type: 'call.hangUp', permission: 'calls.hangUp' },
}

/** What one may do with the call at one's own phone without a right to the queue's calls. */
const OWN: ReadonlySet<CallAction> = new Set<CallAction>([
  'transfer',
  'attendedTransfer',
  'cancelTransfer',
  'park',
  'recordStart',
  'recordStop',
  'recordMute',
  'recordUnmute',
  'hangUp',
])

/** Why this cannot be done to a call; `null`: it can. */
export function whyNotCall(action: CallAction, row: CallRow, at: Situation): WhyNot | null {
  const { type, permission } = COMMANDS[action]
  const own = OWN.has(action) && isMine(row, at.viewer)
  const refused = own ? whyNotOwn(type, 'own.calls', at) : whyNotAtAll(type, permission, row.queueName, at)
  return refused ?? whyNotInState(action, row, at)
}

export function isMine({ call }: CallRow, viewer: Viewer): boolean {
  if (!viewerMay(viewer, 'own.calls')) return false
  return viewer.phones.some((phone) => phone.pbx === call.pbx && sideOfInterface(call, phone.interface) !== null)
}

function whyNotInState(action: CallAction, row: CallRow, at: Situation): WhyNot | null {
  const { call } = row
  switch (action) {
    case 'listen':
    case 'whisper':
    case 'barge':
      return whyNotTalking(row) ?? whyNoPhone(at, call.pbx) ?? (isMine(row, at.viewer) ? not('ownPhone') : null)
    case 'transfer':
    case 'attendedTransfer':
    case 'cancelTransfer':
    case 'conference':
    case 'park':
      return whyNotTalking(row) ?? whyNotTwo(row)
    case 'fetch':
      return (call.state === 'parked' ? null : not('notParked')) ?? whyNoPhone(at, call.pbx)
    case 'recordStart':
      return whyNotTalking(row) ?? (call.recording === null ? null : not('alreadyRecorded'))
    case 'recordStop':
      return call.recording === null ? not('notRecorded') : null
    case 'recordMute':
      return call.recording === null ? not('notRecorded') : call.recording === 'muted' ? not('alreadyMuted') : null
    case 'recordUnmute':
      return call.recording === 'muted' ? null : not('notMuted')
    case 'limit':
    case 'hangUp':
      return null
    default:
      return unreachable(action)
  }
}

function whyNotTalking({ call }: CallRow): WhyNot | null {
  return call.state === 'talking' || call.state === 'held' ? null : not('notTalking')
}

function whyNotTwo({ call }: CallRow): WhyNot | null {
  return call.from.channel !== null && call.to?.channel ? null : not('oneParty')
}
