import type { AmiMessage } from '@/server/ami/types'
import { channelOf, SUBJECT } from './channel-snapshot'
import type { PbxEvent } from './pbx-event'
import type { Reader, Readers } from './reader'
import { flagOf } from './values'

/** ConfBridge (apps/confbridge/confbridge_manager.c). Its rooms have names of the dialplan's own choice. */
const ROOM = 'Conference'

function room(type: 'conferenceStarted' | 'conferenceEnded'): Reader {
  return (message, at) => {
    const conference = message.get(ROOM)
    return conference ? { type, at, conference } : null
  }
}

function roomChanged(change: { locked?: boolean; recording?: boolean }): Reader {
  return (message, at) => {
    const conference = message.get(ROOM)
    return conference ? { type: 'conferenceChanged', at, conference, change } : null
  }
}

function roomListed(message: AmiMessage, at: number): PbxEvent | null {
  const conference = message.get(ROOM)
  if (!conference) return null
  return { type: 'conferencePut', at, conference, locked: says(message, 'Locked'), muted: says(message, 'Muted') }
}

function joined(message: AmiMessage, at: number): PbxEvent | null {
  const conference = message.get(ROOM)
  const channel = channelOf(message, SUBJECT)
  if (!conference || !channel) return null
  const admin = says(message, 'Admin')
  return { type: 'participantJoined', at, conference, channel, admin, muted: flagOf(message, 'Muted') }
}

function listed(message: AmiMessage, at: number): PbxEvent | null {
  const conference = message.get(ROOM)
  const channel = channelOf(message, SUBJECT)
  if (!conference || !channel) return null
  const traits = {
    admin: says(message, 'Admin'),
    marked: says(message, 'MarkedUser'),
    waiting: says(message, 'Waiting'),
    muted: says(message, 'Muted'),
    talking: says(message, 'Talking'),
  }
  return { type: 'participantPut', at, conference, channel, traits }
}

function left(message: AmiMessage, at: number): PbxEvent | null {
  const conference = message.get(ROOM)
  const uniqueid = message.get('Uniqueid')
  return conference && uniqueid ? { type: 'participantLeft', at, conference, uniqueid } : null
}

function muted(isMuted: boolean): Reader {
  return (message, at) => {
    const uniqueid = message.get('Uniqueid')
    return uniqueid ? { type: 'participantChanged', at, uniqueid, change: { muted: isMuted } } : null
  }
}

/** Only of those whose profile says `talk_detection_events`. */
function talking(message: AmiMessage, at: number): PbxEvent | null {
  const uniqueid = message.get('Uniqueid')
  if (!uniqueid) return null
  return { type: 'participantChanged', at, uniqueid, change: { talking: message.get('TalkingStatus') === 'on' } }
}

function says(message: AmiMessage, header: string): boolean {
  return flagOf(message, header) === true
}

export const conferenceReaders: Readers = {
  ConfbridgeStart: room('conferenceStarted'),
  ConfbridgeEnd: room('conferenceEnded'),
  ConfbridgeListRooms: roomListed,
  ConfbridgeLock: roomChanged({ locked: true }),
  ConfbridgeUnlock: roomChanged({ locked: false }),
  ConfbridgeRecord: roomChanged({ recording: true }),
  ConfbridgeStopRecord: roomChanged({ recording: false }),
  ConfbridgeJoin: joined,
  ConfbridgeList: listed,
  ConfbridgeLeave: left,
  ConfbridgeMute: muted(true),
  ConfbridgeUnmute: muted(false),
  ConfbridgeTalking: talking,
}
