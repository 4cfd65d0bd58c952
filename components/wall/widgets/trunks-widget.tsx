'use client'

import { type CSSProperties, memo } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { Elapsed } from '@/components/live/ticking'
import { useTrunks } from '@/components/live/use-trunks'
import { Icon } from '@/components/ui/icon'
import {
  NEARLY_FULL,
  registrationAlarm,
  signOf,
  type Trunk,
  type TrunkAlarm,
  trunkName,
} from '@/lib/domain/trunk-alarm'
import { Explained } from '../explained'
import { formatCount } from '../numbers'
import { TrunkAnnouncer } from './trunk-announcer'
import { NothingThere, Widget } from './widget'
import { WidgetRows } from './widget-rows'

type Line = { id: string; name: string; alarm: TrunkAlarm; trunk: Trunk | null }

const ROW_REM = 3.25

/** Which lines to the world hold, and how full they are: those that fell first. */
export function TrunksWidget() {
  const t = useTranslations('widgets.trunks')
  const { trunks, strays } = useTrunks()
  const lines: Line[] = [
    ...strays.map((one) => ({ id: one.id as string, name: one.name, alarm: registrationAlarm(one), trunk: null })),
    ...trunks.map((trunk) => ({ id: trunk.endpoint.id, name: trunkName(trunk.endpoint), alarm: trunk.alarm, trunk })),
  ].filter(({ trunk, alarm }) => trunk !== null || alarm.level !== 'calm')
  lines.sort((one, other) => RANK[one.alarm.level] - RANK[other.alarm.level])
  const inUse = trunks.reduce((sum, { endpoint }) => sum + endpoint.channels, 0)
  return (
    <Widget
      name="trunks"
      want={lines.length * ROW_REM}
      level={lines[0]?.alarm.level ?? 'calm'}
      counts="channels"
      figure={<InUse count={inUse} />}
    >
      {lines.length === 0 ? (
        <NothingThere text={t('none')} />
      ) : (
        <WidgetRows items={lines} rem={ROW_REM} row={(line) => <TrunkRow key={line.id} {...line} />} />
      )}
      <TrunkAnnouncer />
    </Widget>
  )
}

const RANK = { critical: 0, warning: 1, calm: 2 } as const

function InUse({ count }: { count: number }) {
  const t = useTranslations('widgets.trunks')
  const locale = useLocale()
  return (
    <b className="fig">
      {formatCount(locale, count)}
      <span className="u"> {t('inUse')}</span>
    </b>
  )
}

const TrunkRow = memo(function TrunkRow({ name, alarm, trunk }: Line) {
  const t = useTranslations('widgets.trunks')
  return (
    <li className="trunk" data-level={alarm.level}>
      <Icon name={trunk ? signOf(trunk) : alarm.level} />
      <bdi className="n">{name}</bdi>
      {alarm.level === 'critical' || trunk === null ? (
        <b className="down">
          {alarm.trouble && t(`trouble.${alarm.trouble}`)} {alarm.since !== null && <Elapsed since={alarm.since} />}
        </b>
      ) : (
        <Channels trunk={trunk} />
      )}
    </li>
  )
})

function Channels({ trunk: { endpoint, alarm } }: { trunk: Trunk }) {
  const locale = useLocale()
  const { channels, maxChannels } = endpoint
  const share = maxChannels ? (channels / maxChannels) * 100 : 0
  return (
    <>
      <b className="fig">
        <Explained figure="channels" queue={null} of={{ id: endpoint.id, label: trunkName(endpoint) }}>
          {formatCount(locale, channels)}
        </Explained>
        {maxChannels !== null && <span className="u">/{formatCount(locale, maxChannels)}</span>}
      </b>
      {maxChannels !== null && (
        <span
          className={alarm.level === 'warning' ? 'meter hit-bar' : 'meter'}
          style={{ '--v': Math.min(100, share), '--t': NEARLY_FULL * 100 } as CSSProperties}
        >
          <i />
          <u />
        </span>
      )}
    </>
  )
}
