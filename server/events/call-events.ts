import type { AmiMessage } from '@/server/ami/types'
import { channelOf, SUBJECT, TRANSFEREE } from './channel-snapshot'
import type { PbxEvent } from './pbx-event'
import type { Readers } from './reader'
import { flagOf, textOf } from './values'

/** `Reason` in OriginateResponse of a phone that was picked up (main/manager.c, `AST_CONTROL_ANSWER`). */
const ANSWERED = '4'

/** Asterisk below 12 names the channel of its own making only when there was one: an unborn call has `<null>`. */
function originateEnded(message: AmiMessage, at: number): PbxEvent | null {
  const uniqueid = textOf(message, 'Uniqueid')
  if (uniqueid === null) return null
  return { type: 'originateEnded', at, uniqueid, answered: message.get('Reason') === ANSWERED }
}

function spying(type: 'spyStarted' | 'spyStopped') {
  return (message: AmiMessage, at: number): PbxEvent | null => {
    const uniqueid = textOf(message, 'SpyerUniqueid')
    return uniqueid === null ? null : { type, at, uniqueid, spiedUniqueid: textOf(message, 'SpyeeUniqueid') }
  }
}

function recording(type: 'recordingStarted' | 'recordingStopped') {
  return (message: AmiMessage, at: number): PbxEvent | null => {
    const uniqueid = textOf(message, 'Uniqueid')
    return uniqueid === null ? null : { type, at, uniqueid }
  }
}

function recordingMuted(message: AmiMessage, at: number): PbxEvent | null {
  const uniqueid = textOf(message, 'Uniqueid')
  if (uniqueid === null) return null
  return { type: 'recordingMuted', at, uniqueid, muted: flagOf(message, 'State') === true }
}

function blindTransferred(message: AmiMessage, at: number): PbxEvent | null {
  const byUniqueid = textOf(message, 'TransfererUniqueid')
  if (byUniqueid === null) return null
  return {
    type: 'blindTransferred',
    at,
    byUniqueid,
    uniqueid: textOf(message, 'TransfereeUniqueid'),
    exten: textOf(message, 'Extension'),
    succeeded: message.get('Result') === 'Success',
  }
}

function attendedTransferred(message: AmiMessage, at: number): PbxEvent | null {
  const byUniqueid = textOf(message, 'OrigTransfererUniqueid')
  if (byUniqueid === null) return null
  // Nobody is handed over: all three talk, of which no Unhold tells (main/bridge_basic.c, `threeway_enter`).
  if (message.get('DestType') === 'Threeway') return { type: 'unheld', at, uniqueid: byUniqueid, inThreeWay: true }
  return {
    type: 'attendedTransferred',
    at,
    byUniqueid,
    secondUniqueid: textOf(message, 'SecondTransfererUniqueid'),
    transferee: channelOf(message, TRANSFEREE),
    bridge: textOf(message, 'DestBridgeUniqueid'),
    app: message.get('DestType') === 'App' ? textOf(message, 'DestApp') : null,
    succeeded: message.get('Result') === 'Success',
  }
}

function pickedUp(message: AmiMessage, at: number): PbxEvent | null {
  const channel = channelOf(message, SUBJECT)
  const targetUniqueid = textOf(message, 'TargetUniqueid')
  return channel && targetUniqueid !== null ? { type: 'pickedUp', at, channel, targetUniqueid } : null
}

/** What becomes of what people ask of calls. */
export const callReaders: Readers = {
  OriginateResponse: originateEnded,
  ChanSpyStart: spying('spyStarted'),
  ChanSpyStop: spying('spyStopped'),
  MixMonitorStart: recording('recordingStarted'),
  MixMonitorStop: recording('recordingStopped'),
  MixMonitorMute: recordingMuted,
  // Up to 20.
  MonitorStart: recording('recordingStarted'),
  MonitorStop: recording('recordingStopped'),
  BlindTransfer: blindTransferred,
  AttendedTransfer: attendedTransferred,
  Pickup: pickedUp,
}
