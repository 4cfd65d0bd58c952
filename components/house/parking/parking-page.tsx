'use client'

import { useMemo } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { Elapsed } from '@/components/live/ticking'
import { useLiveRecords } from '@/components/live/use-live'
import { Keys } from '@/components/ui/keys'
import { formatCount } from '@/components/wall/numbers'
import { formatDuration } from '@/lib/i18n/duration'
import { HouseFrame } from '../house-frame'
import { LivePart } from '../live-part'
import { NoneHere } from '../none-here'
import { useRows } from '../rows/use-rows'
import { Asking } from './asking'
import { freeNotDrawn, type Lot, lotsOf } from './lots'
import type { ParkedAction } from './parked-actions'
import { FreeSlot, TakenSlot } from './slot'
import { type DoParked, useParked } from './use-parked'
import './parking.css'

/** Who is parked where, and for how long. */
export function ParkingPage() {
  return (
    <HouseFrame part="parking" figures={<Figures />} keys={<KeysLine />}>
      <LivePart>
        <Lots />
      </LivePart>
    </HouseFrame>
  )
}

const KEYS: Readonly<Record<string, ParkedAction>> = {
  enter: 'fetch',
  f: 'fetch',
  m: 'transfer',
  x: 'hangUp',
  delete: 'hangUp',
}

function Lots() {
  const t = useTranslations('house.parking')
  const known = useLiveRecords('parkingLots')
  const parked = useLiveRecords('parkedCalls')
  const lots = useMemo(() => lotsOf(known, parked), [known, parked])
  const { perform, asked, answer, leave } = useParked()
  const ids = lots.flatMap(({ places }) => places.flatMap((place) => place.parked?.id ?? []))
  const { ref, current } = useRows<HTMLDivElement>(ids, (key, id) => {
    const call = parked.find((one) => one.id === id)
    const action = KEYS[key]
    if (call && action) perform(action, call)
    return action !== undefined
  })
  return (
    <div className="lots" ref={ref}>
      {lots.length === 0 && <NoneHere icon="park" title={t('noLots')} hint={t('noLotsHint')} command="parked.fetch" />}
      {lots.map((lot) => (
        <LotPanel key={lot.key} lot={lot} current={current} perform={perform} />
      ))}
      <Asking asked={asked} onAnswer={answer} onLeave={leave} />
    </div>
  )
}

type LotPanelProps = { lot: Lot; current: string | null; perform: DoParked }

function LotPanel({ lot, current, perform }: LotPanelProps) {
  const t = useTranslations('house.parking')
  const { name, slots, taken, timeoutSeconds, places } = lot
  const free = freeNotDrawn(lot)
  return (
    <section className="ui-panel lot" aria-label={t('lot', { name })}>
      <header>
        <h2>
          <bdi>{t('lot', { name })}</bdi>{' '}
          <span className="ui-count">{slots === null ? t('taken', { taken }) : t('takenOf', { taken, slots })}</span>
        </h2>
        <span className="ui-end lot-note">
          {timeoutSeconds !== null && t('backAfter', { time: formatDuration(timeoutSeconds * 1000) })}
        </span>
      </header>
      {places.length + free === 0 ? (
        <p className="lot-none">{t('none')}</p>
      ) : (
        <ul className="slots">
          {places.map(({ slot, parked }) =>
            parked === null ? (
              <FreeSlot key={slot} slot={slot} />
            ) : (
              <TakenSlot key={parked.id} parked={parked} current={parked.id === current} perform={perform} />
            ),
          )}
          {free > 0 && (
            <li className="slot" data-free="">
              {t('moreFree', { count: free })}
            </li>
          )}
        </ul>
      )}
    </section>
  )
}

/** How many are parked, and who has waited longest. */
function Figures() {
  const t = useTranslations('house.parking')
  const locale = useLocale()
  const parked = useLiveRecords('parkedCalls')
  const longest = parked.length === 0 ? null : Math.min(...parked.map(({ parkedAt }) => parkedAt))
  return (
    <span className="house-figures">
      <span>
        {t('parked')} <b className="ui-figure">{formatCount(locale, parked.length)}</b>
      </span>
      <span>
        {t('longest')}{' '}
        <b className="ui-figure">
          <Elapsed since={longest} />
        </b>
      </span>
    </span>
  )
}

function KeysLine() {
  const t = useTranslations('house.parking.keys')
  return (
    <>
      <Keys keys={['↑', '↓', '←', '→']}>{t('slot')}</Keys>
      <Keys keys={['Enter']}>{t('fetch')}</Keys>
      <Keys keys={['M']}>{t('transfer')}</Keys>
      <Keys keys={['X']}>{t('hangUp')}</Keys>
    </>
  )
}
