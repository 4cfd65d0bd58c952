'use client'

import { useTranslations } from 'use-intl'
import { useTimes } from '@/components/session/use-times'
import type { TimesExplanation } from '@/lib/protocol/agent-times'

/** What Asterisk itself knows of an agent: moments and a counter, and no sum of any time. */
export function AsteriskOfAgent({ told: { asterisk } }: { told: TimesExplanation }) {
  const t = useTranslations('agents.times.asterisk')
  const times = useTimes()
  const moment = (at: number | null) => (at === null ? t('never') : times.dayAndTime(at))
  return (
    <div className="records-note">
      {t('none')}
      {asterisk.length > 0 && (
        <>
          {' '}
          {t('says')}
          <ul className="agents-says">
            {asterisk.map(({ queue, label, loggedInAt, lastCallAt, lastPauseAt, callsTaken }) => (
              <li key={queue}>
                <bdi>{label}</bdi>
                {': '}
                {[
                  ...(loggedInAt === null ? [] : [t('loggedIn', { time: moment(loggedInAt) })]),
                  t('lastCall', { time: moment(lastCallAt) }),
                  t('lastPause', { time: moment(lastPauseAt) }),
                  t('callsTaken', { count: callsTaken }),
                ].join(', ')}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
