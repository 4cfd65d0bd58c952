import type { Header } from '../../ami/message'
import type { Conference, Participant } from '../../pbx/conference-records'
import { leaveConference, setMuted, setRecording } from '../../pbx/conferences'
import { channelHeaders } from '../../pbx/snapshots'
import { type Action, type ActionContext, idHeader, refuse, say, sendList } from '../action'

const yesNo = (value: boolean) => (value ? 'Yes' : 'No')

function listRooms(context: ActionContext): void {
  const { pbx, request } = context
  if (pbx.conferences.size === 0) {
    refuse(context, 'No active conferences.')
    return
  }
  const items = [...pbx.conferences.values()].map(({ name, participants, locked }): Header[] => [
    ['Event', 'ConfbridgeListRooms'],
    ...idHeader(request),
    ['Conference', name],
    ['Parties', participants.length],
    ['Marked', participants.filter(({ marked }) => marked).length],
    ['Locked', yesNo(locked)],
    ['Muted', 'No'],
  ])
  const message = 'Confbridge conferences will follow'
  sendList(context, { message, items, complete: 'ConfbridgeListRoomsComplete' })
}

function listParticipants(context: ActionContext): void {
  const { pbx, request } = context
  const name = request.get('Conference')
  if (!name) {
    refuse(context, 'No Conference name provided.')
    return
  }
  if (pbx.conferences.size === 0) {
    refuse(context, 'No active conferences.')
    return
  }
  const conference = conferenceNamed(context)
  if (!conference) return
  const items = conference.participants.map((one): Header[] => [
    ['Event', 'ConfbridgeList'],
    ...idHeader(request),
    ['Conference', name],
    ['Admin', yesNo(one.admin)],
    ['MarkedUser', yesNo(one.marked)],
    ['WaitMarked', 'No'],
    ['EndMarked', 'No'],
    ['EndMarkedAny', 'No'],
    ['Waiting', 'No'],
    ['Muted', yesNo(one.muted)],
    ['Talking', yesNo(one.talking)],
    ['AnsweredTime', Math.floor((pbx.now() - one.answeredAt) / 1000)],
    ...channelHeaders(one.channel),
  ])
  sendList(context, {
    message: 'Confbridge user list will follow',
    items,
    complete: 'ConfbridgeListComplete',
  })
}

function conferenceNamed(context: ActionContext): Conference | null {
  const name = context.request.get('Conference')
  if (!name) {
    refuse(context, 'No Conference name provided.')
    return null
  }
  const conference = context.pbx.conferences.get(name)
  if (!conference) refuse(context, 'No Conference by that name found.')
  return conference ?? null
}

/** `all`, `participants` (everybody but admins), or one by the name of the channel. */
function chosen(context: ActionContext, conference: Conference): Participant[] | null {
  const channel = context.request.get('Channel')
  if (!channel) {
    refuse(context, 'No channel name provided.')
    return null
  }
  const wanted = conference.participants.filter(
    (one) => channel === 'all' || (channel === 'participants' && !one.admin) || one.channel.name === channel,
  )
  if (wanted.length > 0 || channel === 'all' || channel === 'participants') return wanted
  refuse(context, 'No Channel by that name found in Conference.')
  return null
}

function mute(muted: boolean) {
  return (context: ActionContext) => {
    const conference = conferenceNamed(context)
    const wanted = conference && chosen(context, conference)
    if (!conference || !wanted) return
    say(context, muted ? 'User muted' : 'User unmuted')
    for (const one of wanted) setMuted(context.pbx, conference, one, muted)
  }
}

function kick(context: ActionContext): void {
  const conference = conferenceNamed(context)
  const wanted = conference && chosen(context, conference)
  if (!conference || !wanted) return
  say(context, context.request.get('Channel') === 'all' ? 'All participants kicked' : 'User kicked')
  for (const one of wanted) leaveConference(context.pbx, conference, one)
}

/** No event tells of it: there is none (apps/confbridge/confbridge_manager.c). */
function lock(locked: boolean) {
  return (context: ActionContext) => {
    const conference = conferenceNamed(context)
    if (!conference) return
    conference.locked = locked
    say(context, locked ? 'Conference locked' : 'Conference unlocked')
  }
}

function startRecord(context: ActionContext): void {
  const conference = conferenceNamed(context)
  if (!conference) return
  if (conference.recording) {
    refuse(context, 'Conference is already being recorded.')
    return
  }
  say(context, 'Conference Recording Started.')
  setRecording(context.pbx, conference, true)
}

function stopRecord(context: ActionContext): void {
  const conference = conferenceNamed(context)
  if (!conference) return
  if (!conference.recording) {
    refuse(context, 'Internal error while stopping recording.')
    return
  }
  say(context, 'Conference Recording Stopped.')
  setRecording(context.pbx, conference, false)
}

export const CONFERENCE_ACTIONS: readonly Action[] = [
  { name: 'ConfbridgeKick', synopsis: 'Kick a Confbridge user.', run: kick },
  { name: 'ConfbridgeList', synopsis: 'List participants in a conference.', run: listParticipants },
  { name: 'ConfbridgeListRooms', synopsis: 'List active conferences.', run: listRooms },
  { name: 'ConfbridgeLock', synopsis: 'Lock a Confbridge conference.', run: lock(true) },
  { name: 'ConfbridgeMute', synopsis: 'Mute a Confbridge user.', run: mute(true) },
  { name: 'ConfbridgeStartRecord', synopsis: 'Start recording a Confbridge conference.', run: startRecord },
  { name: 'ConfbridgeStopRecord', synopsis: 'Stop recording a Confbridge conference.', run: stopRecord },
  { name: 'ConfbridgeUnlock', synopsis: 'Unlock a Confbridge conference.', run: lock(false) },
  { name: 'ConfbridgeUnmute', synopsis: 'Unmute a Confbridge user.', run: mute(false) },
]
