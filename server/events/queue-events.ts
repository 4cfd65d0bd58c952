import type { AmiMessage } from '@/server/ami/types'
import { channelOf, SUBJECT } from './channel-snapshot'
import type { PbxEvent } from './pbx-event'
import { placeOf } from './place'
import type { Readers } from './reader'
import { numberOf, textOf } from './values'

function queueParams(message: AmiMessage, at: number): PbxEvent | null {
  const queue = message.get('Queue')
  if (!queue) return null
  const serviceLevelPerf = numberOf(message, 'ServicelevelPerf') ?? 0
  return {
    type: 'queueParams',
    at,
    queue,
    params: {
      strategy: message.get('Strategy') ?? '',
      max: numberOf(message, 'Max') ?? 0,
      weight: numberOf(message, 'Weight') ?? 0,
      calls: numberOf(message, 'Calls') ?? 0,
      holdtime: numberOf(message, 'Holdtime') ?? 0,
      talktime: numberOf(message, 'TalkTime') ?? 0,
      completed: numberOf(message, 'Completed') ?? 0,
      abandoned: numberOf(message, 'Abandoned') ?? 0,
      serviceLevelSeconds: numberOf(message, 'ServiceLevel') ?? 0,
      serviceLevelPerf,
      // Old versions have one level only.
      serviceLevelPerf2: numberOf(message, 'ServicelevelPerf2') ?? serviceLevelPerf,
    },
  }
}

/** An item of QueueStatus: its names are raw, and its `Priority` is the caller's, not the dialplan's. */
function queueEntry(message: AmiMessage, at: number): PbxEvent | null {
  const queue = message.get('Queue')
  const uniqueid = message.get('Uniqueid')
  if (!queue || !uniqueid) return null
  return {
    type: 'callerPut',
    at,
    queue,
    uniqueid,
    channel: message.get('Channel') ?? '',
    position: numberOf(message, 'Position') ?? 0,
    joinedAt: at - (numberOf(message, 'Wait') ?? 0) * 1000,
    priority: numberOf(message, 'Priority') ?? 0,
    party: { number: textOf(message, 'CallerIDNum'), name: textOf(message, 'CallerIDName') },
  }
}

function joined(message: AmiMessage, at: number): PbxEvent | null {
  const queue = message.get('Queue')
  const channel = channelOf(message, SUBJECT)
  if (!queue || !channel) return null
  const position = numberOf(message, 'Position') ?? 0
  const count = numberOf(message, 'Count') ?? position
  return { type: 'callerJoined', at, queue, position, count, channel, ...placeOf(message) }
}

function left(message: AmiMessage, at: number): PbxEvent | null {
  const queue = message.get('Queue')
  const uniqueid = message.get('Uniqueid')
  if (!queue || !uniqueid) return null
  const position = numberOf(message, 'Position') ?? null
  return { type: 'callerLeft', at, queue, position, count: numberOf(message, 'Count') ?? -1, uniqueid }
}

function abandoned(message: AmiMessage, at: number): PbxEvent | null {
  const queue = message.get('Queue')
  const uniqueid = message.get('Uniqueid')
  if (!queue || !uniqueid) return null
  return {
    type: 'callerAbandoned',
    at,
    queue,
    uniqueid,
    originalPosition: numberOf(message, 'OriginalPosition') ?? 0,
    holdSeconds: numberOf(message, 'HoldTime') ?? 0,
    ...placeOf(message),
  }
}

/** Of all that the dialplan sets, one variable is of interest. */
function variableSet(message: AmiMessage, at: number): PbxEvent | null {
  if (message.get('Variable') !== 'QUEUESTATUS') return null
  const uniqueid = message.get('Uniqueid')
  const status = message.get('Value')
  const caller = channelOf(message, SUBJECT)?.caller ?? { number: null, name: null }
  return uniqueid && status ? { type: 'queueStatusSet', at, uniqueid, status, caller } : null
}

/** Of all that the dialplan does, one application is of interest; its first argument is the queue. */
function applicationRuns(message: AmiMessage, at: number): PbxEvent | null {
  if (message.get('Application') !== 'Queue') return null
  const uniqueid = message.get('Uniqueid')
  const queue = message.get('AppData')?.split(',', 1)[0]
  return uniqueid && queue ? { type: 'queueSought', at, uniqueid, queue } : null
}

export const queueReaders: Readers = {
  QueueParams: queueParams,
  QueueEntry: queueEntry,
  QueueCallerJoin: joined,
  QueueCallerLeave: left,
  QueueCallerAbandon: abandoned,
  VarSet: variableSet,
  Newexten: applicationRuns,
  // Up to 11.
  Join: joined,
  Leave: left,
}
