'use client'

import { useLocale, useTranslations } from 'use-intl'
import { useTimes } from '@/components/session/use-times'
import { LoadError, Loading } from '@/components/ui/empty'
import { Segmented } from '@/components/ui/segmented'
import { formatCount } from '@/components/wall/numbers'
import { formatDuration } from '@/lib/i18n/duration'
import type { Locale } from '@/lib/i18n/locale'
import type { Figure } from '@/lib/kpi/figures'
import type { Explanation } from '@/lib/protocol/visits'
import type { Asked } from './asked'
import { figureText } from './figure-text'
import { GapLines } from './gap-lines'
import type { Part } from './history-view'
import { useExplanation } from './use-history'

type ExplanationPanelProps = {
  asked: Asked
  figure: Figure
  part?: Part | null
  /** Shows the visits behind it; left out where there is no place for them. */
  onPart?: (part: Part) => void
}

/** What the opened figure is made of: formula, fraction, rules, what Asterisk itself counts, what nobody saw. */
export function ExplanationPanel({ asked, figure, part = null, onPart }: ExplanationPanelProps) {
  const t = useTranslations('history')
  const { data, error, refetch } = useExplanation(asked, figure)
  if (error) return <LoadError error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  const isDivided = data.denominatorVisits > 0
  return (
    <section className="ui-panel history-explained" aria-label={t('explained', { figure: t(`figure.${data.figure}`) })}>
      <header>
        <h2>{t(`figure.${data.figure}`)}</h2>
        <Fraction told={data} />
      </header>
      <dl>
        <dt>{t('formula')}</dt>
        <dd>{data.figure === 'serviceLevel' ? <Levels told={data} /> : t(`formulaOf.${data.figure}`)}</dd>
        {data.asterisk && <Asterisk told={data} asterisk={data.asterisk} />}
        {data.gaps.length > 0 && (
          <>
            <dt>{t('gaps')}</dt>
            <dd>
              <GapLines gaps={data.gaps} />
            </dd>
          </>
        )}
      </dl>
      {onPart && isDivided && (
        <Segmented
          label={t('behind')}
          value={part ?? ''}
          onChange={(one) => one !== '' && onPart(one)}
          options={[
            { value: 'numerator', label: t('above', { count: data.numeratorVisits }) },
            { value: 'denominator', label: t('below', { count: data.denominatorVisits }) },
          ]}
        />
      )}
    </section>
  )
}

function Fraction({ told }: { told: Explanation }) {
  const locale = useLocale() as Locale
  const { figure, unit, value, numerator, denominator } = told
  const part = (amount: number, isMs: boolean) => (isMs ? formatDuration(amount) : formatCount(locale, amount))
  return (
    <p className="fig">
      {told.denominatorVisits > 0 && (
        <>
          {part(numerator, unit === 'ms')} ÷ {part(denominator, false)} ={' '}
        </>
      )}
      <b>{figureText(figure, value, locale)}</b>
    </p>
  )
}

/** Queues may count by different formulas and thresholds: each that is used is named. */
function Levels({ told }: { told: Explanation }) {
  const t = useTranslations('history')
  const used = new Map(
    told.rules.map(({ queue, rules }) => [`${rules.formula} ${rules.thresholdMs}`, { queue, rules }]),
  )
  return (
    <>
      {[...used].map(([key, { rules }]) => (
        <span key={key} className="history-level">
          {t(`level.${rules.formula}`, { seconds: rules.thresholdMs / 1000 })}
        </span>
      ))}
    </>
  )
}

function Asterisk({ told, asterisk }: { told: Explanation; asterisk: NonNullable<Explanation['asterisk']> }) {
  const t = useTranslations('history')
  const locale = useLocale() as Locale
  const times = useTimes()
  return (
    <>
      <dt>{t('asterisk')}</dt>
      <dd>
        {figureText(told.figure, asterisk.value, locale)}
        {asterisk.since !== null && ` ${t('since', { time: times.dayAndTime(asterisk.since) })}`}
        <ul>
          {asterisk.differences.map((why) => (
            <li key={why}>{t(`why.${why}`)}</li>
          ))}
        </ul>
      </dd>
    </>
  )
}
