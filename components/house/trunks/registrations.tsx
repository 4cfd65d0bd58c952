'use client'

import { useCallback } from 'react'
import { useTranslations } from 'use-intl'
import { Ticking } from '@/components/live/ticking'
import { ActionButton } from '@/components/supervise/action-button'
import { useSituation } from '@/components/supervise/use-situation'
import { Icon } from '@/components/ui/icon'
import type { Registration } from '@/lib/domain/line'
import { registrationAlarm } from '@/lib/domain/trunk-alarm'
import { formatDuration } from '@/lib/i18n/duration'
import { whyNotRegister, whyNotUnregister } from './trunk-actions'
import { LongElapsed } from './trunk-lines'
import type { TrunkDoings } from './use-trunk-doings'

type RegistrationsProps = { registrations: readonly Registration[]; doings: TrunkDoings }

/** What we are registered as elsewhere, whether it holds, and when it is renewed. */
export function Registrations({ registrations, doings }: RegistrationsProps) {
  const t = useTranslations('house.trunks')
  if (registrations.length === 0) return null
  return (
    <section>
      <h3>{t('registrations')}</h3>
      <ul>
        {registrations.map((registration) => (
          <RegistrationLine key={registration.id} registration={registration} doings={doings} />
        ))}
      </ul>
    </section>
  )
}

function RegistrationLine({ registration, doings }: { registration: Registration; doings: TrunkDoings }) {
  const t = useTranslations('house.trunks')
  const at = useSituation(registration.pbx)
  const { user, server, state, since, nextAt } = registration
  const { level } = registrationAlarm(registration)
  return (
    <li className="trunk-registration" data-bad={level === 'calm' ? undefined : ''}>
      <span className="trunk-as ui-cut">
        <bdi>{user}</bdi>{' '}
        <span>
          {t('at')} <bdi>{server}</bdi>
        </span>
      </span>
      <span className="trunk-held">
        {level !== 'calm' && <Icon name={level} />} {t(`registration.${state}`)} <LongElapsed since={since} />
        {nextAt !== null && state === 'registered' && <Renewal at={nextAt} />}
      </span>
      <span className="trunk-acts">
        <ActionButton
          size="sm"
          icon="reload"
          label={t('register')}
          why={whyNotRegister(registration, at)}
          onClick={() => doings.register(registration)}
        />
        <ActionButton
          size="sm"
          bare
          look="danger"
          icon="withdraw"
          label={t('unregister')}
          why={whyNotUnregister(registration, at)}
          onClick={() => doings.unregister(registration)}
        />
      </span>
    </li>
  )
}

function Renewal({ at }: { at: number }) {
  const t = useTranslations('house.trunks')
  const tell = useCallback(
    (now: number) => (now < at ? t('renewedIn', { time: formatDuration(at - now) }) : t('renewedNow')),
    [t, at],
  )
  return (
    <span className="trunk-renewal">
      {' · '}
      <Ticking tell={tell} />
    </span>
  )
}
