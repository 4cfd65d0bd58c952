'use client'

import { memo, useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { Elapsed } from '@/components/live/ticking'
import { useLiveRecords } from '@/components/live/use-live'
import { type Conference, type Room, roomsOf } from '@/lib/domain/conference'
import { Count } from '../figure'
import { NothingThere, Widget } from './widget'
import { WidgetRows } from './widget-rows'

const ROW_REM = 4.5

/** Which rooms are open, how many are in them, and who talks: those that opened first, first. */
export function ConferencesWidget() {
  const t = useTranslations('widgets.conferences')
  const conferences = useLiveRecords('conferences')
  const participants = useLiveRecords('participants')
  const rooms = useMemo(() => roomsOf(conferences.toSorted(oldestFirst), participants), [conferences, participants])
  return (
    <Widget name="conferences" counts="rooms" figure={<Count value={rooms.length} />} want={rooms.length * ROW_REM}>
      {rooms.length === 0 ? (
        <NothingThere text={t('none')} />
      ) : (
        <WidgetRows items={rooms} rem={ROW_REM} row={(room) => <RoomRow key={room.conference.id} room={room} />} />
      )}
    </Widget>
  )
}

/** Those that began before we looked are the oldest. */
function oldestFirst(one: Conference, other: Conference): number {
  return (one.startedAt ?? 0) - (other.startedAt ?? 0)
}

const RoomRow = memo(function RoomRow({ room: { conference, people } }: { room: Room }) {
  const t = useTranslations('widgets.conferences')
  const words = useTranslations('callers')
  const talking = people.filter((one) => one.talking).map(({ name, number }) => name ?? number ?? words('withheld'))
  const marks = [conference.locked && t('locked'), conference.recording && t('recorded')].filter(
    (mark) => mark !== false,
  )
  return (
    <li className="room">
      <Count value={people.length} figure="participants" of={{ id: conference.id, label: conference.name }} />
      <span className="n">
        <bdi>{conference.name}</bdi>
        {marks.length > 0 && <span className="lab"> {marks.join(', ')}</span>}
      </span>
      <Elapsed className="lab" since={conference.startedAt} />
      <span className="lab n who-talks">
        {talking.length === 0 ? t('silent') : t('talking', { count: talking.length, names: talking.join(', ') })}
      </span>
    </li>
  )
})
