'use client'

import { useLocale, useTranslations } from 'use-intl'
import { formatCount } from '@/components/wall/numbers'
import { formatDuration } from '@/lib/i18n/duration'
import type { Locale } from '@/lib/i18n/locale'
import { UNANSWERED } from '@/lib/kpi/endings'
import type { Explanation } from '@/lib/protocol/visits'
import { commonRule } from '../sums'

/** What stands above the line and what below, in words and numbers; of a count, of what it is the sum. */
export function FractionLines({ told }: { told: Explanation }) {
  const words = useFractionWords(told)
  const locale = useLocale() as Locale
  const { figure, numerator, denominator, unit } = told
  if (words === null) return <Parts told={told} />
  return (
    <>
      <div className="history-fraction">
        <span>{words.above}</span>
        <b className="fig">{unit === 'ms' ? formatDuration(numerator) : formatCount(locale, numerator)}</b>
        <hr />
        <span>{words.below}</span>
        <b className="fig">{formatCount(locale, denominator)}</b>
      </div>
      {figure === 'averageHandling' && <HandlingParts told={told} />}
    </>
  )
}

/** How much of the handling is what. */
function HandlingParts({ told: { tally } }: { told: Explanation }) {
  const t = useTranslations('history.explain')
  const parts = [['talk', tally.talkMs] as const, ['hold', tally.heldMs] as const, ['wrapUp', tally.wrapUpMs] as const]
  return (
    <ul className="history-parts">
      {parts.map(([part, ms]) => (
        <li key={part}>
          <span>{t(`handling.${part}`)}</span> <b className="fig">{formatDuration(ms)}</b>
        </li>
      ))}
    </ul>
  )
}

/** The threshold in words: of all queues alike, or each by its own. */
export function useThreshold({ rules }: Pick<Explanation, 'rules'>) {
  const t = useTranslations('history.explain')
  const thresholdMs = commonRule(rules, 'thresholdMs')
  const seconds = thresholdMs === null ? null : thresholdMs / 1000
  return seconds === null
    ? { within: t('inTime'), after: t('tooLate') }
    : { within: t('within', { seconds }), after: t('after', { seconds }) }
}

function useFractionWords(told: Explanation): { above: string; below: string } | null {
  const t = useTranslations('history.explain')
  const { within, after } = useThreshold(told)
  const { figure, tally, rules } = told
  const { answered, lost, lostInTime, short } = tally
  switch (figure) {
    case 'serviceLevel': {
      const formula = commonRule(rules, 'formula') ?? 'mixed'
      const counts = { within, after, answered, lost, late: lost - lostInTime, short }
      return { above: t(`above.${formula}`, counts), below: t(`below.${formula}`, counts) }
    }
    case 'lossRate':
    case 'abandonRate':
    case 'speedOfAnswer':
    case 'averageWait':
    case 'averageTalk':
    case 'averageHandling':
      return { above: t(`above.${figure}`), below: t(`below.${figure}`) }
    default:
      return null
  }
}

/** What a count is made of, ending by ending. */
function Parts({ told }: { told: Explanation }) {
  const t = useTranslations('history')
  const v = useTranslations('visits')
  const locale = useLocale() as Locale
  const { figure, tally, endings } = told
  const parts = [
    ...(figure === 'offered' ? [['answered', tally.answered] as const] : []),
    ...UNANSWERED.filter((ending) => isPartOf(figure, ending, told)).map(
      (ending) => [ending, endings[ending]] as const,
    ),
    ...(figure === 'offered' ? [['unknown', tally.unknown] as const] : []),
  ].filter(([, count]) => count > 0)
  return (
    <>
      <p className="history-words">{t(`formulaOf.${figure}`)}</p>
      {parts.length > 1 && (
        <ul className="history-parts">
          {parts.map(([ending, count]) => (
            <li key={ending}>
              <span>{v(`ending.${ending}`)}</span> <b className="fig">{formatCount(locale, count)}</b>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

/** Which endings are lost is a rule; where queues differ in it, they are not told apart. */
function isPartOf(figure: Explanation['figure'], ending: (typeof UNANSWERED)[number], { rules }: Explanation): boolean {
  if (figure === 'offered') return true
  if (figure !== 'lost' && figure !== 'other') return false
  const lost = new Set(rules.map((one) => [...one.rules.lost].sort().join()))
  const isLost = ending === 'hungUp' || (rules[0]?.rules.lost.includes(ending) ?? false)
  return lost.size === 1 && isLost === (figure === 'lost')
}
