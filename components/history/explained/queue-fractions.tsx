'use client'

import { useLocale, useTranslations } from 'use-intl'
import { useLiveRecords } from '@/components/live/use-live'
import { formatCount } from '@/components/wall/numbers'
import type { Locale } from '@/lib/i18n/locale'
import type { Explanation } from '@/lib/protocol/visits'

/** Where queues reckon their level by different rules: what each brings above and below the line. */
export function QueueFractions({ told: { byQueue, rules } }: { told: Explanation }) {
  const t = useTranslations('history')
  const r = useTranslations('history.report')
  const locale = useLocale() as Locale
  const labels = new Map(useLiveRecords('queues').map(({ name, label }) => [name, label]))
  return (
    <>
      <p className="history-words">{r('formulasDiffer')}</p>
      <ul className="history-parts">
        {byQueue.map(({ queue, numerator, denominator }) => {
          const own = rules.find((one) => one.queue === queue)?.rules
          return (
            <li key={queue}>
              <span>
                <bdi>{labels.get(queue) ?? queue}</bdi>
                {own && <small>{t(`level.${own.formula}`, { seconds: own.thresholdMs / 1000 })}</small>}
              </span>
              <b className="fig">
                {formatCount(locale, numerator)} ÷ {formatCount(locale, denominator)}
              </b>
            </li>
          )
        })}
      </ul>
    </>
  )
}
