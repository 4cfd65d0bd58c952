'use client'

import { memo } from 'react'
import { useTranslations } from 'use-intl'
import { NumberLink } from '@/components/dial/number-link'
import { Elapsed } from '@/components/live/ticking'
import { ActionButton } from '@/components/supervise/action-button'
import { useSituation } from '@/components/supervise/use-situation'
import { Icon, type IconName } from '@/components/ui/icon'
import type { Conference, Participant } from '@/lib/domain/conference'
import { muteOf, whyNotParticipant } from './room-actions'
import { type PerformConference, useParticipantName } from './use-conferences'

type ParticipantRowProps = {
  participant: Participant
  conference: Conference
  /** Tab leads here. */
  current: boolean
  perform: PerformConference
}

/** Somebody in a room: whether they are heard, who they are, since when. */
export const ParticipantRow = memo(function ParticipantRow(props: ParticipantRowProps) {
  const { participant, conference, current, perform } = props
  const t = useTranslations('house.conferences')
  const nameOf = useParticipantName()
  const at = useSituation(participant.pbx)
  const { name, number, admin, marked, joinedAt } = participant
  const state = stateOf(participant)
  const mute = muteOf(participant)
  const small = { size: 'sm', tabIndex: -1 } as const
  return (
    <li
      className="participant"
      data-state={state}
      aria-label={nameOf(participant)}
      data-row={participant.id}
      tabIndex={current ? 0 : -1}
    >
      <span className="participant-state">
        <Icon name={ICONS[state]} /> {t(`state.${state}`)}
      </span>
      <span className="participant-who">
        {name !== null && <bdi className="ui-cut">{name}</bdi>}
        {number !== null || name !== null ? <NumberLink number={number} /> : t('withheld')}
        {admin && <span className="participant-mark">{t('admin')}</span>}
        {marked && <span className="participant-mark">{t('marked')}</span>}
      </span>
      <span className="participant-since">
        <Elapsed since={joinedAt} />
      </span>
      <span className="participant-acts">
        <ActionButton
          {...small}
          icon={mute === 'mute' ? 'muted' : 'microphone'}
          label={t(`action.${mute}`)}
          why={whyNotParticipant(mute, participant, at)}
          onClick={() => perform('mute', conference, participant)}
        />
        <ActionButton
          {...small}
          bare
          look="danger"
          icon="logOut"
          label={t('action.kick')}
          why={whyNotParticipant('kick', participant, at)}
          onClick={() => perform('kick', conference, participant)}
        />
      </span>
    </li>
  )
})

type State = 'waits' | 'mutedTalks' | 'muted' | 'talks' | 'listens'

const ICONS: Readonly<Record<State, IconName>> = {
  waits: 'clock',
  mutedTalks: 'muted',
  muted: 'muted',
  talks: 'talking',
  listens: 'ear',
}

/** What matters most of a participant: one who waits hears nobody, one who is muted is not heard. */
function stateOf({ waiting, muted, talking }: Participant): State {
  if (waiting) return 'waits'
  if (muted) return talking ? 'mutedTalks' : 'muted'
  return talking ? 'talks' : 'listens'
}
