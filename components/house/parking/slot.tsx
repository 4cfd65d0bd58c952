'use client'

import { memo, useCallback } from 'react'
import { useTranslations } from 'use-intl'
import { NumberLink, phoneName } from '@/components/dial/number-link'
import { Elapsed, Ticking } from '@/components/live/ticking'
import { useLiveRecord } from '@/components/live/use-live'
import { usePast } from '@/components/live/use-past'
import { useViewer } from '@/components/session/viewer'
import { ActionButton } from '@/components/supervise/action-button'
import { useSituation } from '@/components/supervise/use-situation'
import { IconButton } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { Menu, MenuItem, MenuLabel } from '@/components/ui/menu'
import { GOES_BACK_SOON_MS, type ParkedCall } from '@/lib/domain/parking'
import { formatDuration } from '@/lib/i18n/duration'
import { type Standing, whyNotParked } from './parked-actions'
import { type DoParked, useParkedName } from './use-parked'

/** A slot where nobody stands. */
export function FreeSlot({ slot }: { slot: string }) {
  const t = useTranslations('house.parking')
  return (
    <li className="slot" data-free="">
      <b className="ui-figure">{slot}</b>
      <span className="ui-hidden">{t('free')}</span>
    </li>
  )
}

/** `current`: Tab leads here. */
type TakenSlotProps = { parked: ParkedCall; current: boolean; perform: DoParked }

/** A slot and who stands there: how long already, for how long still, and what to do about it. */
export const TakenSlot = memo(function TakenSlot({ parked, current, perform }: TakenSlotProps) {
  const t = useTranslations('house.parking')
  const nameOf = useParkedName()
  const { slot, name, number, parkedBy, queue, parkedAt, timesOutAt } = parked
  const from = useLiveRecord('queues', queue ?? '')?.label ?? null
  const soon = usePast(timesOutAt === null ? null : timesOutAt - GOES_BACK_SOON_MS)
  return (
    <li
      className="slot"
      data-level={soon ? 'warning' : undefined}
      aria-label={t('slotName', { slot, name: nameOf(parked) })}
      data-row={parked.id}
      tabIndex={current ? 0 : -1}
    >
      <span className="slot-head">
        <b className="ui-figure slot-number">
          <NumberLink number={slot} />
        </b>
        <b className="ui-figure">
          <Elapsed since={parkedAt} />
        </b>
      </span>
      <span className="slot-who">
        {name !== null && <bdi className="ui-cut">{name}</bdi>}
        {number !== null || name !== null ? <NumberLink number={number} /> : t('withheld')}
      </span>
      <span className="slot-note ui-cut">
        {[parkedBy === null ? null : t('by', { who: shortInterface(parkedBy) }), from].filter(Boolean).join(' · ')}
      </span>
      <span className="slot-foot">
        {timesOutAt !== null && <GoesBack at={timesOutAt} soon={soon} />}
        <span className="ui-end" />
        <Actions parked={parked} perform={perform} />
      </span>
    </li>
  )
})

/** How long until it goes back to who parked it. */
function GoesBack({ at, soon }: { at: number; soon: boolean }) {
  const t = useTranslations('house.parking')
  const tell = useCallback(
    (now: number) => (now < at ? t('back', { time: formatDuration(at - now) }) : t('goesBack')),
    [t, at],
  )
  return (
    <span className="slot-back" data-level={soon ? 'warning' : undefined}>
      {soon && <Icon name="warning" />} <Ticking tell={tell} />
    </span>
  )
}

function Actions({ parked, perform }: Pick<TakenSlotProps, 'parked' | 'perform'>) {
  const t = useTranslations('house.parking')
  const at = useSituation(parked.pbx)
  const { phones } = useViewer()
  const call = useLiveRecord('calls', parked.call ?? '')
  const queueName = useLiveRecord('queues', parked.queue ?? '')?.name ?? null
  const standing: Standing = { parked, call, queueName }
  const why = (action: Parameters<typeof whyNotParked>[0]) => whyNotParked(action, standing, at)
  const here = phones.filter(({ pbx }) => pbx === parked.pbx)
  const small = { size: 'sm', tabIndex: -1 } as const
  return (
    <span className="slot-acts">
      <ActionButton
        {...small}
        look="primary"
        label={t('fetch')}
        why={why('fetch')}
        onClick={() => perform('fetch', parked)}
      />
      {here.length > 1 && why('fetch') === null && (
        <Menu trigger={<IconButton {...small} look="ghost" icon="chevronDown" label={t('fetchWith')} />}>
          <MenuLabel>{t('fetchWith')}</MenuLabel>
          {here.map((phone) => (
            <MenuItem key={phone.interface} icon="phone" onSelect={() => perform('fetch', parked, phone.interface)}>
              {phoneName(phone)}
            </MenuItem>
          ))}
        </Menu>
      )}
      <ActionButton
        {...small}
        bare
        icon="transfer"
        label={t('transfer')}
        why={why('transfer')}
        onClick={() => perform('transfer', parked)}
      />
      <ActionButton
        {...small}
        bare
        look="danger"
        icon="phoneOff"
        label={t('hangUp')}
        why={why('hangUp')}
        onClick={() => perform('hangUp', parked)}
      />
    </span>
  )
}

/** `101` of `PJSIP/101`: whoever parks is a phone of the house, mostly. */
function shortInterface(name: string): string {
  return name.replace(/^(?:PJSIP|SIP|IAX2)\//i, '')
}
