'use client'

import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { useLiveRecords } from '@/components/live/use-live'
import { useTimes } from '@/components/session/use-times'
import { Icon } from '@/components/ui/icon'
import { endpointOfInterface } from '@/lib/domain/endpoint'
import type { Contact, Endpoint, Reach } from '@/lib/domain/line'
import { interfaceOf } from '@/lib/domain/phone'
import type { PhoneRow } from './model/phone-row'

/** How the PBX reaches a phone: its endpoints, where they are registered, what the hint watches, its queues. */
export function DrawerLines({ row }: { row: PhoneRow }) {
  const t = useTranslations('house.phones')
  const { phone } = row
  return (
    <>
      {phone.endpoints.map((endpoint) => (
        <section key={endpoint.id}>
          <h3>
            {t('line')}{' '}
            <bdi className="ui-end">
              {endpoint.technology}/{endpoint.name}
            </bdi>
          </h3>
          <ReachOf reach={endpoint.reach} since={endpoint.reachSince} roundTripMs={endpoint.roundTripMs} />
          <Contacts endpoint={endpoint} />
        </section>
      ))}
      <Devices row={row} />
      {phone.extension && (
        <section>
          <h3>{t('hint')}</h3>
          <dl className="phones-facts">
            <dt>{t('hintWatches')}</dt>
            <dd>
              <bdi>{phone.extension.hint}</bdi>
            </dd>
            <dt>{t('context', { count: phone.contexts.length })}</dt>
            <dd>
              <bdi>{phone.contexts.join(', ')}</bdi>
            </dd>
          </dl>
        </section>
      )}
      <Queues row={row} />
    </>
  )
}

type ReachOfProps = { reach: Reach; since: number | null; roundTripMs: number | null }

/** Reachable or not, since when, and how long an answer takes. */
function ReachOf({ reach, since, roundTripMs }: ReachOfProps) {
  const t = useTranslations('house.phones')
  const times = useTimes()
  return (
    <p className={reach === 'unreachable' ? 'phone-note hit-warning' : 'phone-note'}>
      {reach === 'unreachable' && <Icon name="warning" />}
      {t(`reach.${reach}`)}
      {since !== null && <span className="dim3">{t('since', { time: times.dayAndTime(since) })}</span>}
      {roundTripMs !== null && reach === 'reachable' && (
        <b className="fig ui-end">{t('ms', { ms: Math.round(roundTripMs) })}</b>
      )}
    </p>
  )
}

function Contacts({ endpoint }: { endpoint: Endpoint }) {
  const all = useLiveRecords('contacts')
  const contacts = useMemo(() => all.filter((contact) => isOf(contact, endpoint)), [all, endpoint])
  return contacts.map((contact) => (
    <div key={contact.id} className="phones-contact">
      <bdi>{contact.uri}</bdi>
      {contact.userAgent !== null && <bdi className="dim3">{contact.userAgent}</bdi>}
      <ReachOf reach={contact.reach} since={contact.since} roundTripMs={contact.roundTripMs} />
    </div>
  ))
}

function isOf(contact: Contact, { pbx, name, technology }: Endpoint): boolean {
  return technology === 'PJSIP' && contact.pbx === pbx && (contact.endpoint ?? contact.aor) === name
}

/** What else the hint watches, such as `Custom:DND101`. */
function Devices({ row }: { row: PhoneRow }) {
  const t = useTranslations('house.phones')
  const states = useTranslations('house.phones.device')
  const all = useLiveRecords('devices')
  const { pbx, interfaces, endpoints } = row.phone
  const devices = useMemo(() => {
    const lines = new Set(endpoints.map(interfaceOf))
    const others = interfaces.filter((name) => !lines.has(name))
    return all.filter(({ pbx: at, device }) => at === pbx && others.includes(endpointOfInterface(device)))
  }, [all, pbx, interfaces, endpoints])
  if (devices.length === 0) return null
  return (
    <section>
      <h3>{t('devices')}</h3>
      <dl className="phones-facts">
        {devices.map(({ id, device, state }) => (
          <div key={id}>
            <dt>
              <bdi>{device}</bdi>
            </dt>
            <dd>{states(state)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function Queues({ row }: { row: PhoneRow }) {
  const t = useTranslations('house.phones')
  const queues = useLiveRecords('queues')
  const labels = queues.filter(({ id }) => row.queues.includes(id)).map(({ label }) => label)
  if (labels.length === 0) return null
  return (
    <section>
      <h3>{t('queues')}</h3>
      <p>
        <bdi>{labels.join(', ')}</bdi>
      </p>
    </section>
  )
}
