'use client'

import { useCallback, useMemo, useState } from 'react'
import { useTranslations } from 'use-intl'
import { NumberLink } from '@/components/dial/number-link'
import { Elapsed, Ticking } from '@/components/live/ticking'
import { useLiveRecords } from '@/components/live/use-live'
import { useMay } from '@/components/session/viewer'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { useLongTime } from '@/components/wall/use-long-time'
import type { Contact, Endpoint } from '@/lib/domain/line'
import type { PhoneChannel, PhoneChannelState } from '@/lib/domain/phone-channel'

/** For how long something is so, in its two largest units; nothing where it began before we looked. */
export function LongElapsed({ since }: { since: number | null }) {
  const longTime = useLongTime()
  const tell = useCallback((now: number) => longTime(now - (since ?? now)), [longTime, since])
  return since === null ? null : <Ticking tell={tell} />
}

/** Where the trunk can be had, and how far away that is. */
export function Contacts({ endpoint }: { endpoint: Endpoint }) {
  const t = useTranslations('house.trunks')
  const all = useLiveRecords('contacts')
  const own = useMemo(
    () => all.filter((contact) => contact.pbx === endpoint.pbx && isOf(contact, endpoint)),
    [all, endpoint],
  )
  if (own.length === 0) return null
  return (
    <section>
      <h3>{t('contacts')}</h3>
      <ul>
        {own.map(({ id, uri, reach, since, roundTripMs, userAgent }) => (
          <li key={id} className="trunk-line" data-bad={isBad(reach) ? '' : undefined}>
            <bdi className="ui-cut" title={userAgent ?? undefined}>
              {uri}
            </bdi>
            <span>
              {t(`reach.${reach}`)} <LongElapsed since={since} />
            </span>
            <span className="r">{roundTripMs === null ? '–' : t('roundTrip', { ms: roundTripMs })}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function isOf(contact: Contact, { technology, name }: Endpoint): boolean {
  return technology === 'PJSIP' && (contact.endpoint ?? contact.aor) === name
}

function isBad(reach: Contact['reach']): boolean {
  return reach === 'unreachable' || reach === 'unregistered'
}

const ICONS = {
  dialing: 'phoneOutgoing',
  ringing: 'ringing',
  talking: 'onCall',
  held: 'onHold',
  parked: 'park',
} as const satisfies Record<PhoneChannelState, string>

/** A card stays a card: more calls than these are shown when asked for. */
const MOST_CALLS = 5

/** The calls on the trunk now, for those who may see what goes on at phones. */
export function Calls({ endpoint }: { endpoint: Endpoint }) {
  const t = useTranslations('house.trunks')
  const channels = useLiveRecords('phoneChannels')
  const [all, setAll] = useState(false)
  const name = `${endpoint.technology}/${endpoint.name}`.toLowerCase()
  const own = useMemo(
    () =>
      channels
        .filter((channel) => channel.pbx === endpoint.pbx && channel.endpoint.toLowerCase() === name)
        .sort((one, other) => (one.since ?? 0) - (other.since ?? 0)),
    [channels, endpoint.pbx, name],
  )
  if (!useMay('phones.see') || own.length === 0) return null
  return (
    <section>
      <h3>{t('calls')}</h3>
      <ul>
        {own.slice(0, all ? own.length : MOST_CALLS).map((channel) => (
          <CallLine key={channel.id} channel={channel} />
        ))}
      </ul>
      {own.length > MOST_CALLS && (
        <Button size="sm" look="ghost" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('fewer') : t('allCalls', { count: own.length })}
        </Button>
      )}
    </section>
  )
}

function CallLine({ channel }: { channel: PhoneChannel }) {
  const t = useTranslations('house.trunks')
  const { state, since, otherName, otherNumber, otherEndpoint } = channel
  const who = otherName ?? otherEndpoint
  return (
    <li className="trunk-line">
      <span className="trunk-who">
        <Icon name={ICONS[state]} />
        {who !== null && <bdi className="ui-cut">{who}</bdi>}
        {otherNumber !== null && <NumberLink number={otherNumber} />}
        {who === null && otherNumber === null && t('pbxItself')}
      </span>
      <span>{t(`call.${state}`)}</span>
      <span className="r">
        <Elapsed since={since} />
      </span>
    </li>
  )
}
