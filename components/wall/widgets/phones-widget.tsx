'use client'

import { memo, useMemo, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { Elapsed } from '@/components/live/ticking'
import { useLiveRecords } from '@/components/live/use-live'
import { Icon } from '@/components/ui/icon'
import type { Phone } from '@/lib/domain/phone'
import { phonesOf } from '@/lib/domain/phone'
import { PHONE_GROUPS } from '@/lib/domain/phone-group'
import { Explained } from '../explained'
import { Count } from '../figure'
import { type PhoneLine, phoneCounts, phoneLines } from './phone-lines'
import { NothingThere, Widget } from './widget'
import { WidgetRows } from './widget-rows'

const ROW_REM = 2.75
const NONE: readonly never[] = []

/** How many phones are free, in calls, ringing and not there; then those in trouble, those that ring, and who talks longest. */
export function PhonesWidget() {
  const t = useTranslations('widgets.phones')
  const phones = usePhones()
  const members = useLiveRecords('members')
  const lines = useMemo(() => phoneLines(phones, members), [phones, members])
  const counts = useMemo(() => phoneCounts(phones), [phones])
  const level = lines.some(({ kind }) => kind === 'unreachable') ? 'warning' : 'calm'
  return (
    <Widget name="phones" level={level} want={2 * ROW_REM + lines.length * ROW_REM}>
      {phones.length === 0 ? (
        <NothingThere text={t('none')} />
      ) : (
        <div className="widget-phones">
          <ul className="widget-counts">
            {PHONE_GROUPS.map((group) => (
              <li key={group} className={`s-${group}`}>
                <Icon name={group} />
                <Explained figure={`phones.${group}`} queue={null}>
                  <Count value={counts[group]} />
                </Explained>
                <span className="lab">{t(group, { count: counts[group] })}</span>
              </li>
            ))}
          </ul>
          <WidgetRows items={lines} rem={ROW_REM} row={(line) => <PhoneRow key={line.id} line={line} />} />
        </div>
      )}
    </Widget>
  )
}

/** The house's phones; those that did not change keep their identity. */
function usePhones(): readonly Phone[] {
  const extensions = useLiveRecords('extensions')
  const endpoints = useLiveRecords('endpoints')
  const phoneChannels = useLiveRecords('phoneChannels')
  const before = useRef<ReadonlyMap<string, Phone>>(new Map())
  return useMemo(() => {
    const parts = { extensions, endpoints, phoneChannels, devices: NONE, mailboxes: NONE }
    before.current = phonesOf(parts, before.current)
    return [...before.current.values()].filter(({ kind }) => kind === 'phone')
  }, [extensions, endpoints, phoneChannels])
}

const PhoneRow = memo(function PhoneRow({ line }: { line: PhoneLine }) {
  const t = useTranslations('widgets.phones')
  const { kind, number, name, since } = line
  const trouble = kind === 'unreachable'
  return (
    <li data-level={trouble ? 'warning' : undefined}>
      <b className="fig">{number}</b>
      <bdi className="n">{name ?? ''}</bdi>
      <b className={trouble ? 'hit' : `fig widget-now s-${kind}`}>
        <Icon name={trouble ? 'warning' : kind} />
        {trouble && t('unreachable')} {since !== null && <Elapsed since={since} />}
      </b>
    </li>
  )
})
