import type { Conference, Participant } from '@/lib/domain/conference'
import { maskParticipant } from '@/lib/domain/mask'
import type { Plan } from '../handler'
import type { Scene } from '../scene'
import { CommandFailure } from '../types'

type Seated = { participant: Participant; conference: Conference }

/** A conference that one sees and may run. */
export function conferenceFor(scene: Scene, id: string): Conference {
  const conference = scene.tables.conferences.get(id)
  if (!conference || !scene.may('conferences.see')) throw new CommandFailure('gone')
  scene.require(scene.may('conferences.run'))
  return conference
}

export function participantFor(scene: Scene, id: string): Seated {
  const participant = scene.tables.participants.get(id)
  if (!participant) throw new CommandFailure('gone')
  return { participant, conference: conferenceFor(scene, participant.conference) }
}

/** Everything of a plan but what it needs and does. */
export function planForConference(
  { id, pbx, name }: Conference,
  value: string | null = null,
): Pick<Plan, 'pbx' | 'subject' | 'target' | 'key'> {
  return { pbx, subject: { who: name, queue: null, value }, target: name, key: `conference ${id}` }
}

export function planForParticipant(
  scene: Scene,
  { participant, conference }: Seated,
): Pick<Plan, 'pbx' | 'subject' | 'target' | 'key'> {
  const seen = scene.by.rights.numbers === 'all' ? participant : maskParticipant(participant)
  return {
    pbx: participant.pbx,
    subject: { who: seen.name ?? seen.number ?? seen.channel, queue: null, value: conference.name },
    target: participant.number ?? participant.name ?? participant.channel,
    key: `participant ${participant.id}`,
  }
}
