'use client'

import { useTranslations } from 'use-intl'
import { NumberLink } from '@/components/dial/number-link'
import { Elapsed } from '@/components/live/ticking'
import { Icon } from '@/components/ui/icon'
import { endpointOfInterface, endpointsOfHint } from '@/lib/domain/endpoint'
import type { PhoneChannel } from '@/lib/domain/phone-channel'
import { CallButtons } from './drawer-actions'
import type { PhoneRow } from './model/phone-row'
import { CHANNEL_CLASSES, CHANNEL_ICONS } from './phone-state'
import { usePhones } from './phones-context'

/** What goes on at a phone, each call with its other end. */
export function DrawerCalls({ row }: { row: PhoneRow }) {
  const t = useTranslations('house.phones')
  const { channels } = row.phone
  if (channels.length === 0) return null
  return (
    <section>
      <h3>{t('calls', { count: channels.length })}</h3>
      <ul className="phones-calls">
        {channels.map((channel) => (
          <li key={channel.id}>
            <CallOf channel={channel} />
          </li>
        ))}
      </ul>
      <CallButtons row={row} />
    </section>
  )
}

function CallOf({ channel }: { channel: PhoneChannel }) {
  const t = useTranslations('house.phones')
  const { board, stores } = usePhones()
  const { state, since, otherName, otherNumber } = channel
  const colleague = colleagueOf(channel, board.all())
  return (
    <>
      <span className="phone-word">
        <Icon name={CHANNEL_ICONS[state]} className={CHANNEL_CLASSES[state]} />
        {t(`channel.${state}`)}
      </span>
      <b className="fig">
        <Elapsed since={since} />
      </b>
      <span className="phones-calls-who">
        {colleague ? (
          <button type="button" className="phones-link" onClick={() => stores.set({ opened: colleague.id })}>
            <bdi>{colleague.name ?? colleague.phone.number}</bdi>
            <Icon name="chevronRight" />
          </button>
        ) : (
          <>
            {otherName !== null && <bdi>{otherName} </bdi>}
            {otherNumber !== null && <NumberLink number={otherNumber} />}
            {otherName === null && otherNumber === null && t('withheld')}
          </>
        )}
      </span>
    </>
  )
}

function colleagueOf({ pbx, otherEndpoint }: PhoneChannel, rows: Iterable<PhoneRow>): PhoneRow | undefined {
  if (otherEndpoint === null) return undefined
  const wanted = endpointOfInterface(otherEndpoint)
  const found = [...rows].filter(({ phone }) => phone.pbx === pbx && phone.interfaces.includes(wanted))
  return found.find(({ phone }) => endpointsOfHint(phone.extension?.hint ?? '').length === 1) ?? found[0]
}
