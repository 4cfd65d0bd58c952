'use client'

import { useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { NumberLink } from '@/components/dial/number-link'
import { Elapsed } from '@/components/live/ticking'
import { useLiveRecord } from '@/components/live/use-live'
import { CallActions } from '@/components/me/call-actions'
import { otherParty } from '@/components/me/call-line'
import { type MyCall, useMyCalls } from '@/components/me/use-me'
import { useTimes } from '@/components/session/use-times'
import { IconButton } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { formatDuration } from '@/lib/i18n/duration'
import { useNotification } from './use-notification'
import './pop-up.css'

/** Calls that ring at one's phone come up on every page, until they are answered, end or are closed. */
export function PopUp() {
  const calls = useMyCalls().filter(ringsHere)
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set())
  const shown = calls.find(({ call }) => !closed.has(call.id))
  if (!shown) return null
  return <RingingCall key={shown.call.id} mine={shown} onClose={() => setClosed(new Set([...closed, shown.call.id]))} />
}

/** Rings at this phone, called from elsewhere: not one's own dialling. */
function ringsHere({ call, side }: MyCall): boolean {
  return side === 'to' && (call.state === 'ringing' || call.state === 'waiting')
}

function RingingCall({ mine, onClose }: { mine: MyCall; onClose: () => void }) {
  const t = useTranslations('me')
  const times = useTimes()
  const party = otherParty(mine)
  const queue = useLiveRecord('queues', mine.call.queue ?? '')
  const who = party?.name ?? party?.number ?? t('withheld')
  useNotification(mine.call.id, t('ringsTitle', { who }), queue ? t('ringsIn', { queue: queue.label }) : '')
  const box = useRef<HTMLElement>(null)
  useEffect(() => {
    // Newer browsers give a promise, which React would take for the effect's end and call.
    void box.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  const { previous, link, waited } = mine
  return (
    <section className="pop-up" aria-label={t('ringsTitle', { who })} role="alert" ref={box}>
      <div className="pop-up-head">
        <Icon name="ringing" className="s-ringing" />
        <h2>
          <bdi>{who}</bdi>
        </h2>
        <Elapsed since={mine.call.stateSince} className="ui-figure ui-end" />
        <IconButton icon="close" label={t('closePopUp')} look="ghost" size="sm" onClick={onClose} />
      </div>
      <dl>
        {party?.number != null && (
          <Line name={t('number')}>
            <NumberLink number={party.number} />
          </Line>
        )}
        {queue && (
          <Line name={t('queue')}>
            <bdi>{queue.label}</bdi>
          </Line>
        )}
        {waited !== null && <Line name={t('wait')}>{formatDuration(waited * 1000)}</Line>}
        {previous && (
          <Line name={t('before')}>
            {t('visits', { count: previous.count })}
            {previous.last && (
              <>
                , <bdi>{[previous.last.queue, previous.last.agent].filter(Boolean).join(', ')}</bdi>{' '}
                {times.dayAndTime(previous.last.at)}
              </>
            )}
          </Line>
        )}
      </dl>
      {link && (
        <a className="pop-up-link" href={link} target="_blank" rel="noopener noreferrer">
          <Icon name="link" /> {t('customer')}
        </a>
      )}
      <CallActions mine={mine} />
    </section>
  )
}

function Line({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  )
}
