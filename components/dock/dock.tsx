'use client'

import { useTranslations } from 'use-intl'
import { Elapsed } from '@/components/live/ticking'
import { CallActions } from '@/components/me/call-actions'
import { CallLine } from '@/components/me/call-line'
import { useMe } from '@/components/me/use-me'
import { useMyState } from '@/components/me/use-my-state'
import { useViewer } from '@/components/session/viewer'
import { Icon } from '@/components/ui/icon'
import './dock.css'

/** What goes on at one's own phone, at the foot of every page; nothing for who has no phone. */
export function Dock() {
  const t = useTranslations('me')
  const words = useTranslations('team')
  const { phones } = useViewer()
  const { agent, calls } = useMe()
  const { state, since, reason } = useMyState(agent, calls)
  const [phone] = phones
  const [mine] = calls
  if (!phone) return null
  return (
    <section className="dock" aria-label={t('myPhone')}>
      <span className="dock-state">
        <Icon name={state} className={`s-${state}`} />
        <b className="me-word">{state === 'loggedOut' ? t('loggedOut') : words(state)}</b>
        {since !== null && <Elapsed since={since} className="ui-figure" />}
        {reason && <bdi className="me-reason">{reason}</bdi>}
      </span>
      {mine && (
        <>
          <CallLine mine={mine} />
          <CallActions mine={mine} />
        </>
      )}
      <span className="dock-phone ui-end">
        {t('phone', { phone: phone.exten ?? phone.interface })} {phone.label && <bdi>{phone.label}</bdi>}
      </span>
    </section>
  )
}
