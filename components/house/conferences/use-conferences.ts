'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useCommand } from '@/components/receipts/use-command'
import type { Situation, WhyNot } from '@/components/supervise/actions/why-not'
import { useSituationOf } from '@/components/supervise/use-situation'
import type { Conference, Participant } from '@/lib/domain/conference'
import { useStable } from '../use-stable'
import { commandOf, lockOf, muteOf, type RoomAction, recordOf, whyNotInRoom, whyNotParticipant } from './room-actions'

/** What was chosen and asks for more: who is invited, or whether somebody is to leave. */
export type AskedConference =
  | { kind: 'invite'; conference: Conference }
  | { kind: 'kick'; participant: Participant; conference: Conference }

/** Does what was chosen, if it can be done. What its own opposite takes back is done at once, the rest after a question. */
export function useConferences() {
  const { run } = useCommand()
  const situationOf = useSituationOf()
  const [asked, setAsked] = useState<AskedConference | null>(null)
  const perform: PerformConference = useStable((what, conference, participant = null) => {
    const at = situationOf(conference.pbx)
    const action = actionOf(what, conference, participant)
    if (whyNot(action, participant, at) !== null) return
    if (action === 'invite') setAsked({ kind: 'invite', conference })
    else if (action !== 'kick')
      void run(commandOf(action, isOfOne(action) && participant ? participant.id : conference.id))
    else if (participant) setAsked({ kind: 'kick', participant, conference })
  })
  const answer = (to: string | null) => {
    setAsked(null)
    if (asked?.kind === 'kick') void run(commandOf('kick', asked.participant.id))
    else if (asked && to !== null) void run({ type: 'conference.invite', conference: asked.conference.id, to })
  }
  return { perform, asked, answer, leave: () => setAsked(null) }
}

/** What keys and buttons ask for: what is on is switched off. */
export type What = 'mute' | 'kick' | 'lock' | 'record' | 'stopRecording' | 'invite'
export type PerformConference = (what: What, conference: Conference, participant?: Participant | null) => void

function actionOf(what: What, conference: Conference, participant: Participant | null): RoomAction {
  if (what === 'lock') return lockOf(conference)
  if (what === 'record') return recordOf(conference)
  return what === 'mute' && participant ? muteOf(participant) : what
}

function isOfOne(action: RoomAction): action is 'mute' | 'unmute' | 'kick' {
  return action === 'mute' || action === 'unmute' || action === 'kick'
}

function whyNot(action: RoomAction, participant: Participant | null, at: Situation): WhyNot | null {
  return isOfOne(action) && participant ? whyNotParticipant(action, participant, at) : whyNotInRoom(action, at)
}

/** What people call a participant. */
export function useParticipantName(): (participant: Pick<Participant, 'name' | 'number'>) => string {
  const t = useTranslations('callers')
  return ({ name, number }) => name ?? number ?? t('withheld')
}
