'use client'

import { useLocale, useTranslations } from 'use-intl'
import { LEVEL_FORMULAS } from '@/lib/domain/kpi'
import type { Locale } from '@/lib/i18n/locale'
import { serviceLevel, shareOf } from '@/lib/kpi/service-level'
import type { Explanation } from '@/lib/protocol/visits'
import { figureText } from '../figure-text'

/** What the level would be by each of the five formulas; those that count are marked. */
export function FiveFormulas({ told: { rules, tally } }: { told: Explanation }) {
  const t = useTranslations('history.explain')
  const locale = useLocale() as Locale
  const used = new Set(rules.map((one) => one.rules.formula))
  return (
    <ul className="history-formulas" aria-label={t('formulas')}>
      {LEVEL_FORMULAS.map((formula) => (
        <li key={formula} data-used={used.has(formula) ? '' : undefined}>
          <b className="fig">{figureText('serviceLevel', shareOf(serviceLevel(tally, formula)), locale)}</b>
          <span>
            {formula}: {t(`formulaName.${formula}`)}
          </span>
          {used.has(formula) && <span className="ui-hidden">{t('chosen')}</span>}
        </li>
      ))}
    </ul>
  )
}
