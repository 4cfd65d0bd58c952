'use client'

import { useTranslations } from 'use-intl'
import { NumberLink } from '@/components/dial/number-link'
import { useLiveRecord } from '@/components/live/use-live'
import { formatDuration } from '@/lib/i18n/duration'
import type { MyCall } from './use-me'
import './call.css'

/** The other side of one's call; `null` while nobody is known there. */
export function otherParty({ call, side }: MyCall) {
  return side === 'from' ? call.to : call.from
}

/** With whom, through which queue, after what wait. */
export function CallLine({ mine }: { mine: MyCall }) {
  const t = useTranslations('me')
  const party = otherParty(mine)
  const queue = useLiveRecord('queues', mine.call.queue ?? '')
  const through = [queue?.label, mine.waited !== null && t('waited', { time: formatDuration(mine.waited * 1000) })]
  return (
    <span className="me-call-line">
      <span>
        <b>
          <bdi>{party === null ? t('nobodyElse') : (party.name ?? party.number ?? t('withheld'))}</bdi>
        </b>{' '}
        {party?.name != null && party.number !== null && <NumberLink number={party.number} />}
      </span>
      <small>
        <bdi>{through.filter(Boolean).join(', ')}</bdi>
      </small>
    </span>
  )
}
