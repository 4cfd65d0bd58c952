'use client'

import { useTranslations } from 'use-intl'
import { Elapsed } from '@/components/live/ticking'
import { useCommand, useWhyNotNow } from '@/components/receipts/use-command'
import { useMay } from '@/components/session/viewer'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { MyPhones } from './my-phones'
import { PauseReasons } from './pause-reasons'
import { useMe } from './use-me'
import { useMyState } from './use-my-state'
import './call.css'

/** What one does, since when, and the way to change it: take calls, pause, log out of everything. */
export function MyStatePanel() {
  const t = useTranslations('me')
  const words = useTranslations('team')
  const { agent, calls } = useMe()
  const { state, since, reason } = useMyState(agent, calls)
  const { run } = useCommand()
  const why = useWhyNotNow()
  const mayPause = useMay('own.pause')
  const mayLogOut = useMay('own.queues')
  const me = agent && { pbx: agent.pbx, interface: agent.interface }
  const pause = agent?.members.find(({ paused }) => paused)
  const isFixed = agent?.members.every(({ membership }) => membership === 'static') ?? false
  return (
    <section className="ui-panel me-state" aria-label={t('myState')}>
      <p className="me-now">
        <Icon name={state} className={`s-${state}`} />
        <strong className="me-word">{state === 'loggedOut' ? t('loggedOut') : words(state)}</strong>
        {reason && <bdi className="me-reason">{reason}</bdi>}
        {pause && state !== 'paused' && (
          <span className="me-reason">
            {t('thenPause')} <bdi>{pause.pausedReason}</bdi>
          </span>
        )}
        {since !== null && <Elapsed since={since} className="ui-figure ui-end" />}
      </p>
      <MyPhones />
      {me && (
        <p className="me-acts">
          {mayPause && (
            <Button
              icon="play"
              pressed={!pause}
              why={why}
              onClick={() => pause && void run({ type: 'agent.unpause', agent: me, queue: null })}
            >
              {t('takeCalls')}
            </Button>
          )}
          {mayLogOut && (
            <Button
              icon="logOut"
              why={why ?? (isFixed ? t('allFixed') : null)}
              onClick={() => void run({ type: 'agent.remove', agent: me, queue: null, seconds: null })}
            >
              {t('logOutAll')}
            </Button>
          )}
        </p>
      )}
      {me && mayPause && <PauseReasons agent={me} current={pause?.pausedReason ?? null} why={why} />}
    </section>
  )
}
