import type { Header } from '../ami/message'
import { createBridge, destroyBridge, enterBridge, hangUp, leaveBridge, setState } from './channels'
import type { Conference, Participant } from './conference-records'
import type { Pbx } from './pbx'
import { phoneOf, release } from './phones'
import type { Channel } from './records'
import { bridgeHeaders, channelHeaders } from './snapshots'

const SORT = { type: 'base', technology: 'softmix', creator: 'ConfBridge' }

type JoinOptions = { admin?: boolean; marked?: boolean }

const yesNo = (value: boolean) => (value ? 'Yes' : 'No')

function tellConference(pbx: Pbx, name: string, conference: Conference, ...more: Header[]): void {
  pbx.emit('call', name, () => [['Conference', conference.name], ...bridgeHeaders(conference.bridge), ...more])
}

/** Of one who is in it: channel, what belongs to this event only, and whether an admin (confbridge_manager.c). */
function tellParticipant(pbx: Pbx, name: string, conference: Conference, one: Participant, ...more: Header[]): void {
  tellConference(pbx, name, conference, ...channelHeaders(one.channel), ...more, ['Admin', yesNo(one.admin)])
}

/** Everybody in it talks to everybody; who hangs up leaves. One who is not let into a locked room is hung up. */
export function joinConference(
  pbx: Pbx,
  channel: Channel,
  name: string,
  options: JoinOptions = {},
): Participant | null {
  const known = pbx.conferences.get(name)
  if (channel.state !== 'Up') setState(pbx, channel, 'Up')
  Object.assign(channel, { application: 'ConfBridge', data: name })
  if (known?.locked && !options.admin) {
    hangUpAlone(pbx, channel)
    return null
  }
  const conference = known ?? openConference(pbx, name)
  const participant: Participant = {
    channel,
    admin: options.admin ?? false,
    marked: options.marked ?? false,
    muted: false,
    talking: false,
    answeredAt: pbx.now(),
  }
  conference.participants.push(participant)
  enterBridge(pbx, conference.bridge, channel)
  tellConference(
    pbx,
    'ConfbridgeJoin',
    conference,
    ...channelHeaders(channel),
    ['Admin', yesNo(participant.admin)],
    ['Muted', yesNo(participant.muted)],
  )
  channel.onHangup = () => leaveConference(pbx, conference, participant)
  return participant
}

function openConference(pbx: Pbx, name: string): Conference {
  const bridge = createBridge(pbx, { ...SORT, name })
  const conference: Conference = { name, bridge, locked: false, recording: false, participants: [] }
  pbx.conferences.set(name, conference)
  tellConference(pbx, 'ConfbridgeStart', conference)
  return conference
}

/** Out of the room, and, the dialplan having nothing more, hung up. */
export function leaveConference(pbx: Pbx, conference: Conference, participant: Participant): void {
  part(pbx, conference, participant)
  hangUpAlone(pbx, participant.channel)
}

/** Out of whatever room it is in, to go elsewhere. */
export function partFromConference(pbx: Pbx, channel: Channel): void {
  for (const conference of pbx.conferences.values()) {
    const participant = conference.participants.find((one) => one.channel === channel)
    if (participant) part(pbx, conference, participant)
  }
}

function part(pbx: Pbx, conference: Conference, participant: Participant): void {
  conference.participants = conference.participants.filter((one) => one !== participant)
  tellParticipant(pbx, 'ConfbridgeLeave', conference, participant)
  leaveBridge(pbx, participant.channel)
  if (conference.participants.length > 0) return
  if (conference.recording) setRecording(pbx, conference, false)
  pbx.conferences.delete(conference.name)
  tellConference(pbx, 'ConfbridgeEnd', conference)
  destroyBridge(pbx, conference.bridge)
}

function hangUpAlone(pbx: Pbx, channel: Channel): void {
  const phone = phoneOf(pbx, channel)
  leaveBridge(pbx, channel)
  hangUp(pbx, channel, 16)
  release(pbx, phone, channel)
}

export function setMuted(pbx: Pbx, conference: Conference, participant: Participant, muted: boolean): void {
  participant.muted = muted
  tellParticipant(pbx, muted ? 'ConfbridgeMute' : 'ConfbridgeUnmute', conference, participant)
  if (muted && participant.talking) setTalking(pbx, conference, participant, false)
}

export function setTalking(pbx: Pbx, conference: Conference, participant: Participant, talking: boolean): void {
  if (participant.talking === talking) return
  participant.talking = talking
  tellConference(
    pbx,
    'ConfbridgeTalking',
    conference,
    ...channelHeaders(participant.channel),
    ['TalkingStatus', talking ? 'on' : 'off'],
    ['Admin', yesNo(participant.admin)],
  )
}

export function setRecording(pbx: Pbx, conference: Conference, recording: boolean): void {
  conference.recording = recording
  tellConference(pbx, recording ? 'ConfbridgeRecord' : 'ConfbridgeStopRecord', conference)
}
