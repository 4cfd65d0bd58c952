'use client'

import { useTranslations } from 'use-intl'
import { Elapsed } from '@/components/live/ticking'
import { Icon } from '@/components/ui/icon'
import { CallActions } from './call-actions'
import { callIcon } from './call-icon'
import { CallLine } from './call-line'
import { useMyCalls } from './use-me'

/** The calls at one's phones, with all that one may do there. */
export function MyCalls() {
  const t = useTranslations('me')
  const calls = useMyCalls()
  if (calls.length === 0) return null
  return (
    <section className="ui-panel me-calls" aria-label={t('myCall')}>
      {calls.map((mine) => (
        <article key={`${mine.call.id} ${mine.interface}`}>
          <p className="me-now">
            <Icon name={callIcon(mine.call.state)} className={`s-${callIcon(mine.call.state)}`} />
            <CallLine mine={mine} />
            <Elapsed since={mine.call.answeredAt ?? mine.call.stateSince} className="ui-figure ui-end" />
          </p>
          <CallActions mine={mine} />
        </article>
      ))}
    </section>
  )
}
