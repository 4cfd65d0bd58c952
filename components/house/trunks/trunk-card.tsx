'use client'

import { memo } from 'react'
import { useTranslations } from 'use-intl'
import { Elapsed } from '@/components/live/ticking'
import { ActionButton } from '@/components/supervise/action-button'
import { useSituation } from '@/components/supervise/use-situation'
import { Icon } from '@/components/ui/icon'
import { signOf, type Trunk, trunkName } from '@/lib/domain/trunk-alarm'
import { Channels } from './channels'
import { Registrations } from './registrations'
import { whyNotQualify } from './trunk-actions'
import { Calls, Contacts, LongElapsed } from './trunk-lines'
import type { TrunkDoings } from './use-trunk-doings'

/** `current`: Tab leads here. */
type TrunkCardProps = { trunk: Trunk; current: boolean; doings: TrunkDoings }

/** One trunk: whether it holds and since when, how full it is, and everything it stands on. */
export const TrunkCard = memo(function TrunkCard({ trunk, current, doings }: TrunkCardProps) {
  const t = useTranslations('house.trunks')
  const { endpoint, registrations, alarm } = trunk
  const { technology, name, label, roundTripMs, address } = endpoint
  const at = useSituation(endpoint.pbx)
  return (
    <li
      className="ui-panel trunk"
      data-level={alarm.level}
      data-row={endpoint.id}
      tabIndex={current ? 0 : -1}
      aria-label={trunkName(endpoint)}
    >
      <header>
        <h2 className="ui-cut">
          <bdi>{trunkName(endpoint)}</bdi>
        </h2>
        <span className="ui-count">{label === null ? technology : `${technology} ${name}`}</span>
        <span className="ui-end" />
        <ActionButton
          size="sm"
          icon="activity"
          label={t('qualify')}
          why={whyNotQualify(endpoint, at)}
          onClick={() => doings.qualify(endpoint)}
        />
      </header>
      <div className="trunk-now">
        <State trunk={trunk} />
        <Channels trunk={trunk} />
      </div>
      <p className="trunk-note">
        {roundTripMs === null ? t('noRoundTrip') : t('roundTripOf', { ms: roundTripMs })}
        {address !== null && (
          <>
            {' · '}
            <bdi>{address}</bdi>
          </>
        )}
      </p>
      <Registrations registrations={registrations} doings={doings} />
      <Contacts endpoint={endpoint} />
      <Calls endpoint={endpoint} />
    </li>
  )
})

/** Up, or what is wrong; and for how long. */
function State({ trunk }: { trunk: Trunk }) {
  const t = useTranslations('house.trunks')
  const troubles = useTranslations('widgets.trunks.trouble')
  const { endpoint, alarm } = trunk
  if (alarm.level === 'critical' && alarm.trouble !== null)
    return (
      <p className="trunk-state">
        <Icon name="critical" />
        <b>{troubles(alarm.trouble)}</b>
        {alarm.since !== null && (
          <b className="ui-figure">
            <Elapsed since={alarm.since} />
          </b>
        )}
      </p>
    )
  return (
    <p className="trunk-state">
      <Icon name={signOf(trunk)} />
      <b>{t(`reach.${endpoint.reach}`)}</b> <LongElapsed since={endpoint.reachSince} />
      {alarm.trouble !== null && <span className="trunk-trouble">{troubles(alarm.trouble)}</span>}
    </p>
  )
}
