'use client'

import { useTranslations } from 'use-intl'
import { formatDuration } from '@/lib/i18n/duration'
import type { Locale } from '@/lib/i18n/locale'
import type { TimesExplanation } from '@/lib/protocol/agent-times'
import type { TimesOf } from './times'
import { useTimeText } from './use-time-text'

/** The figure itself. */
export function timeValue({ value, denominator }: Pick<TimesExplanation, 'value' | 'denominator'>, locale: Locale) {
  if (value === null) return '–'
  if (denominator === null) return formatDuration(value)
  return new Intl.NumberFormat(locale, { style: 'percent' }).format(value)
}

/** The formula in words, and what it adds up: of a share what stands above the line and what below. */
export function MadeOf({ told, reason }: { told: TimesExplanation; reason: TimesOf['reason'] }) {
  const t = useTranslations('agents.times')
  const words = useTimeText()
  const { figure, numerator, denominator, parts, queues } = told
  return (
    <>
      <p className="history-words">
        {reason === undefined ? t(`formula.${figure}`) : t('formula.reason')}{' '}
        {queues === null ? t('overAll') : t('ofQueues', { queues: queues.map(({ label }) => label).join(', ') })}
      </p>
      {denominator !== null && (
        <div className="history-fraction agents-made">
          <span>{t('above')}</span>
          <b className="fig">{formatDuration(numerator)}</b>
          <hr />
          <span>{t('below')}</span>
          <b className="fig">{formatDuration(denominator)}</b>
        </div>
      )}
      {parts.length > 1 && (
        <ul className="history-parts agents-made">
          {parts.map(({ state, reason: why, ms, spans }) => (
            <li key={`${state} ${why}`}>
              <span>
                {words.state(state, why)} <small className="records-note">{t('spans', { count: spans })}</small>
              </span>
              <b className="fig">{formatDuration(ms)}</b>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
