'use client'

import { useMemo } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { useLiveRecords } from '@/components/live/use-live'
import { Keys } from '@/components/ui/keys'
import { formatCount } from '@/components/wall/numbers'
import { roomsOf } from '@/lib/domain/conference'
import { HouseFrame } from '../house-frame'
import { LivePart } from '../live-part'
import { NoneHere } from '../none-here'
import { useRows } from '../rows/use-rows'
import { Asking } from './asking'
import { RoomPanel } from './room-panel'
import { useConferences, type What } from './use-conferences'
import './conferences.css'

/** Which rooms are open, who is in them, and who talks. */
export function ConferencesPage() {
  return (
    <HouseFrame part="conferences" figures={<Figures />} keys={<KeysLine />}>
      <LivePart>
        <Rooms />
      </LivePart>
    </HouseFrame>
  )
}

/** Keys of whoever one is on, and of the room they are in. */
const KEYS: Readonly<Record<string, What>> = {
  m: 'mute',
  x: 'kick',
  delete: 'kick',
  l: 'lock',
  r: 'record',
  i: 'invite',
}

function Rooms() {
  const t = useTranslations('house.conferences')
  const rooms = useRooms()
  const { perform, asked, answer, leave } = useConferences()
  const ids = rooms.flatMap(({ people }) => people.map(({ id }) => id))
  const { ref, current } = useRows<HTMLDivElement>(ids, (key, id) => {
    const what = KEYS[key]
    const room = rooms.find(({ people }) => people.some((one) => one.id === id))
    const participant = room?.people.find((one) => one.id === id)
    if (!what || !room || !participant) return false
    perform(what, room.conference, participant)
    return true
  })
  return (
    <div className="rooms" ref={ref}>
      {rooms.length === 0 && (
        <NoneHere icon="conference" title={t('none')} hint={t('noneHint')} command="conference.mute" />
      )}
      {rooms.map((room) => (
        <RoomPanel key={room.conference.id} room={room} current={current} perform={perform} />
      ))}
      <Asking asked={asked} onAnswer={answer} onLeave={leave} />
    </div>
  )
}

/** By their names, so that a room keeps its place while people come and go. */
function useRooms() {
  const locale = useLocale()
  const conferences = useLiveRecords('conferences')
  const participants = useLiveRecords('participants')
  return useMemo(() => {
    const { compare } = new Intl.Collator(locale, { numeric: true })
    const sorted = conferences.toSorted((one, other) => compare(one.name, other.name))
    return roomsOf(sorted, participants)
  }, [conferences, participants, locale])
}

/** How many rooms are open, how many are in them, how many talk. */
function Figures() {
  const t = useTranslations('house.conferences')
  const locale = useLocale()
  const rooms = useLiveRecords('conferences').length
  const people = useLiveRecords('participants')
  return (
    <span className="house-figures">
      <span>
        {t('rooms')} <b className="ui-figure">{formatCount(locale, rooms)}</b>
      </span>
      <span>
        {t('inThem')} <b className="ui-figure">{formatCount(locale, people.length)}</b>
      </span>
    </span>
  )
}

function KeysLine() {
  const t = useTranslations('house.conferences.keys')
  return (
    <>
      <Keys keys={['↑', '↓']}>{t('row')}</Keys>
      <Keys keys={['M']}>{t('mute')}</Keys>
      <Keys keys={['X']}>{t('kick')}</Keys>
      <Keys keys={['L']}>{t('lock')}</Keys>
      <Keys keys={['R']}>{t('record')}</Keys>
      <Keys keys={['I']}>{t('invite')}</Keys>
    </>
  )
}
