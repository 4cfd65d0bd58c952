import type { AmiMessage } from '@/server/ami/types'
import { channelOf, DEST, SUBJECT } from './channel-snapshot'
import type { ChannelFields, PbxEvent } from './pbx-event'
import { placeOf } from './place'
import type { Readers } from './reader'
import { numberOf } from './values'
import { anyOf, DESTINATION } from './versions'

function put(message: AmiMessage, at: number): PbxEvent | null {
  const channel = channelOf(message, SUBJECT)
  return channel && { type: 'channelPut', at, channel }
}

function listed(message: AmiMessage, at: number): PbxEvent | null {
  const channel = channelOf(message, SUBJECT)
  if (!channel) return null
  const bridge = message.get('BridgeId') || null
  const seconds = durationOf(message.get('Duration') ?? '')
  const queue = queueOf(message)
  return { type: 'channelListed', at, channel, bridge, seconds, ...(queue !== null && { queue }) }
}

/** Who waits, or talks to an agent, is still in the application Queue, whose first argument is the queue. */
function queueOf(message: AmiMessage): string | null {
  if (message.get('Application') !== 'Queue') return null
  return message.get('ApplicationData')?.split(',', 1)[0] || null
}

/** `00:01:02` as seconds. */
function durationOf(clock: string): number {
  return clock.split(':').reduce((seconds, part) => seconds * 60 + (Number(part) || 0), 0)
}

function renamed(message: AmiMessage, at: number): PbxEvent | null {
  const uniqueid = message.get('Uniqueid')
  const name = message.get('Newname')
  return uniqueid && name ? { type: 'channelRenamed', at, uniqueid, name } : null
}

function hungUp(message: AmiMessage, at: number): PbxEvent | null {
  const uniqueid = message.get('Uniqueid')
  if (!uniqueid) return null
  const queueStatus = queueStatusOf(message)
  const cause = numberOf(message, 'Cause') ?? 0
  const caller = channelOf(message, SUBJECT)?.caller
  const left = queueStatus === null ? {} : { queueStatus, ...(caller && { caller }), ...placeOf(message) }
  return { type: 'channelHungUp', at, uniqueid, cause, ...left }
}

const QUEUE_STATUS = 'QUEUESTATUS='

/** `channelvars` adds `ChanVariable: NAME=value` to every event about a channel, also where it has none (main/manager_channels.c). */
function queueStatusOf(message: AmiMessage): string | null {
  const variable = message.all('ChanVariable').find((one) => one.startsWith(QUEUE_STATUS))
  return variable?.slice(QUEUE_STATUS.length) ?? null
}

function hangupRequested(message: AmiMessage, at: number): PbxEvent | null {
  const uniqueid = message.get('Uniqueid')
  return uniqueid ? { type: 'hangupRequested', at, uniqueid } : null
}

/** Up to 11 one event with a status stood for both. */
function hold(message: AmiMessage, at: number): PbxEvent | null {
  const uniqueid = message.get('Uniqueid')
  if (!uniqueid) return null
  return { type: message.get('Status') === 'Off' ? 'unheld' : 'held', at, uniqueid }
}

function unhold(message: AmiMessage, at: number): PbxEvent | null {
  const uniqueid = message.get('Uniqueid')
  return uniqueid ? { type: 'unheld', at, uniqueid } : null
}

function calleeOf(message: AmiMessage): ChannelFields | null {
  const callee = channelOf(message, DEST)
  return callee?.name === '' ? { ...callee, name: anyOf(message, DESTINATION) ?? '' } : callee
}

function dialBegan(message: AmiMessage, at: number): PbxEvent | null {
  const callee = calleeOf(message)
  if (!callee) return null
  return {
    type: 'dialBegan',
    at,
    caller: channelOf(message, SUBJECT),
    callee,
    dialString: message.get('DialString') ?? null,
  }
}

function dialEnded(message: AmiMessage, at: number): PbxEvent | null {
  const callerUniqueid = message.get('Uniqueid') ?? null
  const calleeUniqueid = message.get('DestUniqueid') ?? null
  if (callerUniqueid === null && calleeUniqueid === null) return null
  return { type: 'dialEnded', at, callerUniqueid, calleeUniqueid, status: message.get('DialStatus') ?? '' }
}

/** Up to 11. */
function dial(message: AmiMessage, at: number): PbxEvent | null {
  return message.get('SubEvent') === 'End' ? dialEnded(message, at) : dialBegan(message, at)
}

export const channelReaders: Readers = {
  Newchannel: put,
  Newstate: put,
  NewCallerid: put,
  NewConnectedLine: put,
  CoreShowChannel: listed,
  Rename: renamed,
  Hangup: hungUp,
  HangupRequest: hangupRequested,
  Hold: hold,
  Unhold: unhold,
  DialBegin: dialBegan,
  DialEnd: dialEnded,
  Dial: dial,
}
