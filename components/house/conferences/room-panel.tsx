'use client'

import { useTranslations } from 'use-intl'
import { Elapsed } from '@/components/live/ticking'
import { ActionButton } from '@/components/supervise/action-button'
import { useSituation } from '@/components/supervise/use-situation'
import { Icon } from '@/components/ui/icon'
import type { Conference, Room } from '@/lib/domain/conference'
import { ParticipantRow } from './participant-row'
import { lockOf, recordChoices, whyNotInRoom } from './room-actions'
import type { PerformConference } from './use-conferences'

type RoomPanelProps = { room: Room; current: string | null; perform: PerformConference }

/** A room: how many are in it, since when, whether it is locked or recorded, and everybody in it. */
export function RoomPanel({ room: { conference, people }, current, perform }: RoomPanelProps) {
  const t = useTranslations('house.conferences')
  const { name, locked, recording, muted, startedAt } = conference
  return (
    <section className="ui-panel room" aria-label={t('room', { name })}>
      <header>
        <h2 className="ui-cut">
          <bdi>{name}</bdi>
        </h2>
        <span className="room-count">
          <b className="ui-figure">{people.length}</b> {t('people', { count: people.length })}
        </span>
        {startedAt !== null && (
          <span className="room-since">
            {t('openFor')} <Elapsed since={startedAt} />
          </span>
        )}
        {locked && <RoomMark icon="lock" text={t('locked')} />}
        {recording && <RoomMark icon="record" text={t('recorded')} />}
        {muted && <RoomMark icon="muted" text={t('allMuted')} />}
        <span className="ui-end" />
        <RoomButtons conference={conference} perform={perform} />
      </header>
      <ul>
        {people.map((participant) => (
          <ParticipantRow
            key={participant.id}
            participant={participant}
            conference={conference}
            current={participant.id === current}
            perform={perform}
          />
        ))}
      </ul>
    </section>
  )
}

function RoomMark({ icon, text }: { icon: 'lock' | 'record' | 'muted'; text: string }) {
  return (
    <span className="room-mark">
      <Icon name={icon} /> {text}
    </span>
  )
}

function RoomButtons({ conference, perform }: { conference: Conference; perform: PerformConference }) {
  const t = useTranslations('house.conferences.action')
  const at = useSituation(conference.pbx)
  const lock = lockOf(conference)
  return (
    <span className="room-acts">
      <ActionButton
        size="sm"
        icon="plus"
        label={t('invite')}
        why={whyNotInRoom('invite', at)}
        onClick={() => perform('invite', conference)}
      />
      {recordChoices(conference).map((record) => (
        <ActionButton
          key={record}
          size="sm"
          icon="record"
          label={t(record)}
          why={whyNotInRoom(record, at)}
          onClick={() => perform(record, conference)}
        />
      ))}
      <ActionButton
        size="sm"
        icon={lock === 'lock' ? 'lock' : 'unlock'}
        label={t(lock)}
        why={whyNotInRoom(lock, at)}
        onClick={() => perform('lock', conference)}
      />
    </span>
  )
}
