'use client'

import { useTranslations } from 'use-intl'
import { CallerWords } from '@/components/history/visits/caller-words'
import { Elapsed } from '@/components/live/ticking'
import type { RecordColumn } from '@/components/records/order'
import type { ParticipantNow, RoomNow } from '@/lib/domain/house-figure'
import { longest } from '../live/live-members'

/** Columns of rooms, and of who is in them. */
export function useRoomColumns() {
  const t = useTranslations('history.house')
  const marks = (one: RoomNow) => words(one.locked && t('state.locked'), one.recording && t('state.recorded'))
  const does = (one: ParticipantNow) =>
    words(
      one.waiting && t('state.waits'),
      one.talking && t('state.talks'),
      one.muted && t('state.muted'),
      one.admin && t('state.admin'),
    )
  const rooms: readonly RecordColumn<RoomNow>[] = [
    { id: 'room', label: t('column.room'), value: ({ name }) => name, cell: ({ name }) => <bdi>{name}</bdi> },
    { id: 'people', label: t('column.people'), isFigure: true, value: ({ people }) => people },
    {
      ...{ id: 'since', label: t('column.open'), isFigure: true, value: ({ startedAt }) => longest(startedAt) },
      cell: ({ startedAt }) => <Elapsed since={startedAt} />,
    },
    { id: 'state', label: t('column.state'), value: marks },
  ]
  const people: readonly RecordColumn<ParticipantNow>[] = [
    {
      ...{ id: 'who', label: t('column.who'), value: ({ name, number }) => name ?? number },
      cell: ({ name, number }) => <CallerWords name={name} number={number} />,
    },
    {
      ...{ id: 'since', label: t('column.there'), isFigure: true, value: ({ joinedAt }) => longest(joinedAt) },
      cell: ({ joinedAt }) => <Elapsed since={joinedAt} />,
    },
    { id: 'room', label: t('column.room'), value: ({ room }) => room, cell: ({ room }) => <bdi>{room}</bdi> },
    { id: 'state', label: t('column.state'), value: does },
  ]
  return { rooms, people }
}

function words(...all: readonly (string | false | null)[]): string {
  return all.filter(Boolean).join(', ')
}
