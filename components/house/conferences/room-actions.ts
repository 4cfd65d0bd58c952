import { not, type Situation, type WhyNot, whyNotOwn } from '@/components/supervise/actions/why-not'
import type { Conference, Participant } from '@/lib/domain/conference'
import type { CommandInput } from '@/lib/protocol/commands'

/** What may be done to a participant or to a room: what it is called, its command, and why not. */
export type RoomAction = 'mute' | 'unmute' | 'kick' | 'lock' | 'unlock' | 'record' | 'stopRecording' | 'invite'

/** Why nobody, or this person, cannot do this in a room now; `null`: it can be done. The same right for all of it. */
export function whyNotInRoom(action: RoomAction, at: Situation): WhyNot | null {
  return whyNotOwn(COMMANDS[action], 'conferences.run', at)
}

/** Nobody mutes whom Asterisk would not let: what is so already. */
export function whyNotParticipant(action: 'mute' | 'unmute' | 'kick', participant: Participant, at: Situation) {
  const refused = whyNotInRoom(action, at)
  if (refused) return refused
  if (action === 'mute' && participant.muted) return not('alreadyMuted')
  return action === 'unmute' && !participant.muted ? not('notMuted') : null
}

const COMMANDS = {
  mute: 'conference.mute',
  unmute: 'conference.unmute',
  kick: 'conference.kick',
  lock: 'conference.lock',
  unlock: 'conference.unlock',
  record: 'conference.record',
  stopRecording: 'conference.record',
  invite: 'conference.invite',
} as const

/** Mutes who can be heard, and the other way round. */
export function muteOf({ muted }: Participant): 'mute' | 'unmute' {
  return muted ? 'unmute' : 'mute'
}

export function lockOf({ locked }: Conference): 'lock' | 'unlock' {
  return locked ? 'unlock' : 'lock'
}

export function recordOf({ recording }: Conference): 'record' | 'stopRecording' {
  return recording ? 'stopRecording' : 'record'
}

/** Of a room that was open before we looked nobody knows whether it is recorded: both are offered. */
export function recordChoices(conference: Conference): readonly ('record' | 'stopRecording')[] {
  return conference.recording === null ? ['record', 'stopRecording'] : [recordOf(conference)]
}

/** The command for what needs no question. */
export function commandOf(action: Exclude<RoomAction, 'invite'>, id: string): CommandInput {
  switch (action) {
    case 'mute':
    case 'unmute':
    case 'kick':
      return { type: COMMANDS[action], participant: id }
    case 'lock':
    case 'unlock':
      return { type: COMMANDS[action], conference: id }
    case 'record':
      return { type: 'conference.record', conference: id, how: 'start' }
    case 'stopRecording':
      return { type: 'conference.record', conference: id, how: 'stop' }
  }
}
