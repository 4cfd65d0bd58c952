import type { PbxEvent, PbxEventType } from '@/server/events/pbx-event'
import { agentCalled, agentCompleted, agentConnected, pickedUp } from './agent-calls'
import { bridgeDestroyed, bridgeEntered, bridgeLeft, bridgeListed, linkChanged } from './bridges'
import { attendedTransferred, callerJoined, callerLeft, callerPut } from './callers'
import { settleCalls } from './calls'
import {
  channelHungUp,
  channelListed,
  channelPut,
  channelRenamed,
  dialBegan,
  holdChanged,
  localBridged,
  recordingChanged,
} from './channels'
import {
  conferenceChanged,
  conferenceEnded,
  conferencePut,
  conferenceStarted,
  participantChanged,
  participantJoined,
  participantLeft,
  participantPut,
} from './conferences'
import { contactPut, contactRemoved } from './contacts'
import { endpointDetailed, endpointListed, endpointRemoved, peerChanged, peerListed } from './endpoints'
import { devicePut, extensionPut } from './extensions'
import { followGuests } from './guests'
import { mailboxPut, mailboxRemoved } from './mailboxes'
import { memberChanged, memberPut, memberRemoved } from './members'
import { parked, parkingLotPut, unparked } from './parking'
import { presencePut } from './presences'
import { booted, callerAbandoned, queueCountersReset, queueParams, queueRemoved } from './queues'
import type { EventOf, ReduceContext } from './reduce-context'
import { registrationChanged, registrationListed, registrationRemoved } from './registrations'
import type { PbxTables } from './tables'
import { tick } from './trends'

export type { ReduceContext }

type Reducer<Type extends PbxEventType> = (tables: PbxTables, event: EventOf<Type>, context: ReduceContext) => void

/** Tells of the way of a call, not of how things stand. */
function leaveAsIs(): void {}

const REDUCERS: { readonly [Type in PbxEventType]: Reducer<Type> } = {
  queueParams,
  queueRemoved,
  queueCountersReset,
  memberPut,
  memberChanged,
  memberRemoved,
  callerPut,
  callerJoined,
  callerLeft,
  callerAbandoned,
  queueStatusSet: leaveAsIs,
  queueSought: leaveAsIs,
  agentCalled,
  agentConnected,
  agentCompleted,
  agentRingNoAnswer: leaveAsIs,
  channelPut,
  channelListed,
  channelRenamed,
  channelHungUp,
  hangupRequested: leaveAsIs,
  dialBegan,
  dialEnded: leaveAsIs,
  pickedUp,
  bridgeListed,
  bridgeEntered,
  bridgeLeft,
  bridgeDestroyed,
  channelsLinked: linkChanged,
  channelsUnlinked: linkChanged,
  localBridged,
  held: holdChanged,
  unheld: holdChanged,
  parked,
  unparked,
  parkingLotPut,
  conferenceStarted,
  conferenceEnded,
  conferencePut,
  conferenceChanged,
  participantJoined,
  participantPut,
  participantChanged,
  participantLeft,
  originateEnded: leaveAsIs,
  spyStarted: leaveAsIs,
  spyStopped: leaveAsIs,
  recordingStarted: recordingChanged,
  recordingStopped: recordingChanged,
  recordingMuted: recordingChanged,
  blindTransferred: leaveAsIs,
  attendedTransferred,
  extensionPut,
  devicePut,
  endpointListed,
  endpointDetailed,
  peerListed,
  peerChanged,
  endpointRemoved,
  contactPut,
  contactRemoved,
  registrationListed,
  registrationChanged,
  registrationRemoved,
  mailboxPut,
  mailboxRemoved,
  presencePut,
  reloaded: leaveAsIs,
  booted,
  shutdown: leaveAsIs,
  tick,
}

/**
 * Brings the tables of one PBX up to date with one event. Knows no clock: time comes with the event. Idempotent: what is
 * known is refreshed, and whatever concerns something unknown is ignored.
 */
export function reduce(tables: PbxTables, event: PbxEvent, context: ReduceContext): void {
  // The table above pairs each type with its own reducer; a union of functions cannot say so.
  const reducer = REDUCERS[event.type] as Reducer<PbxEventType>
  reducer(tables, event, context)
  followGuests(tables)
  settleCalls(tables, event.at, isListItem(event))
}

/** Lists show what is, not when it began. */
function isListItem(event: PbxEvent): boolean {
  return event.type === 'channelListed' || event.type === 'bridgeListed' || event.type === 'callerPut'
}
