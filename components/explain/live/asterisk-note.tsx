'use client'

import { useLocale, useTranslations } from 'use-intl'
import { useLiveRecords } from '@/components/live/use-live'
import { formatCount } from '@/components/wall/numbers'
import { queueSummaryAt } from '@/lib/domain/queue-summary'
import type { Locale } from '@/lib/i18n/locale'
import type { ExplainedNow } from '../explain-store'
import { CheckLine } from './check-line'
import { useChecks } from './use-checks'
import { useMoment } from './use-moment'
import { useQueuesOf } from './use-queues-of'

/** What Asterisk itself would count, why that is something else, and when the picture was last held against its lists. */
export function AsteriskNote({ explained }: { explained: ExplainedNow }) {
  const t = useTranslations('history.live.asterisk')
  const { data: told, error } = useChecks(explained)
  return (
    <div className="records-note">
      <p>
        {t('counted')} <Summary explained={explained} />
      </p>
      {error ? (
        <p>{t('untold')}</p>
      ) : (
        told?.asterisk.checks.map((check, _, { length }) => (
          <CheckLine key={check.pbx} check={check} now={told.now} isOneOfMany={length > 1} />
        ))
      )}
    </div>
  )
}

/** It goes on with the picture, as the figure does. */
function Summary({ explained }: { explained: ExplainedNow }) {
  const t = useTranslations('history.live.asterisk.summary')
  const locale = useLocale() as Locale
  const members = useLiveRecords('members')
  const callers = useLiveRecords('callers')
  const { ids } = useQueuesOf(explained)
  const told = queueSummaryAt(explained.live, { members, callers }, ids, useMoment())
  if (told === null) return null
  const { field, value, wrapUp } = told
  return t(field, { value: formatCount(locale, value), wrapUp })
}
