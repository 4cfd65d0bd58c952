'use client'

import { memo, useCallback, useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { Elapsed, Ticking } from '@/components/live/ticking'
import { useLiveRecords } from '@/components/live/use-live'
import { usePast } from '@/components/live/use-past'
import { Icon } from '@/components/ui/icon'
import { GOES_BACK_SOON_MS, type ParkedCall } from '@/lib/domain/parking'
import { formatDuration } from '@/lib/i18n/duration'
import { Count } from '../figure'
import { NothingThere, Widget } from './widget'
import { WidgetRows } from './widget-rows'

const ROW_REM = 2.75

/** Who is parked where, and for how long: the longest first. */
export function ParkingWidget() {
  const t = useTranslations('widgets.parking')
  const parked = useLiveRecords('parkedCalls')
  const longestFirst = useMemo(() => parked.toSorted((one, other) => one.parkedAt - other.parkedAt), [parked])
  return (
    <Widget name="parking" counts="parked" figure={<Count value={parked.length} />} want={parked.length * ROW_REM}>
      {parked.length === 0 ? (
        <NothingThere text={t('none')} />
      ) : (
        <WidgetRows items={longestFirst} rem={ROW_REM} row={(one) => <ParkedRow key={one.id} parked={one} />} />
      )}
    </Widget>
  )
}

const ParkedRow = memo(function ParkedRow({ parked }: { parked: ParkedCall }) {
  const t = useTranslations('widgets.parking')
  const words = useTranslations('callers')
  const { slot, name, number, parkedAt, timesOutAt } = parked
  const soon = usePast(timesOutAt === null ? null : timesOutAt - GOES_BACK_SOON_MS)
  const tell = useCallback(
    (now: number) => t('back', { time: formatDuration((timesOutAt ?? now) - now) }),
    [t, timesOutAt],
  )
  return (
    <li data-level={soon ? 'warning' : undefined}>
      <b className="fig">{slot}</b>
      <bdi className="n">{name ?? number ?? words('withheld')}</bdi>
      {soon ? (
        <b className="hit">
          <Icon name="warning" /> <Ticking tell={tell} />
        </b>
      ) : (
        <b className="fig">
          <Elapsed since={parkedAt} />
        </b>
      )}
    </li>
  )
})
