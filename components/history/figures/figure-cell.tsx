'use client'

import type { ReactNode } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { Icon } from '@/components/ui/icon'
import type { Locale } from '@/lib/i18n/locale'
import { type Figure, UNIT_OF_FIGURE } from '@/lib/kpi/figures'
import { figureText } from '../figure-text'
import { figureIn, type Sums } from '../sums'
import { differenceOf, differenceText } from './difference'

type FigureCellProps = {
  figure: Figure
  label: string
  sums: Sums
  /** Of the span before; `null`: not compared. */
  before: Sums | null
  /** A second figure that belongs to it. */
  aside?: ReactNode
  /** It misses its target, said in words. */
  missed?: string | null
  opened: boolean
  onOpen: () => void
}

/** One figure, large; pressing it opens what it is made of. */
export function FigureCell({ figure, label, sums, before, aside, missed = null, opened, onOpen }: FigureCellProps) {
  const locale = useLocale() as Locale
  const value = figureIn(figure, sums)
  return (
    <button type="button" className="history-figure" aria-pressed={opened} onClick={onOpen}>
      <span>{label}</span>
      <span className="history-value">
        {missed !== null && (
          <>
            <Icon name="warning" />
            <span className="ui-hidden">{missed}</span>
          </>
        )}
        <b className="fig">{figureText(figure, value, locale)}</b> {aside && <small>{aside}</small>}
      </span>
      {before && <Before figure={figure} value={value} before={figureIn(figure, before)} />}
    </button>
  )
}

function Before({ figure, value, before }: { figure: Figure; value: number | null; before: number | null }) {
  const t = useTranslations('history.report')
  const locale = useLocale() as Locale
  const unit = UNIT_OF_FIGURE[figure]
  const told = t('before', { value: figureText(figure, before, locale) })
  if (value === null || before === null) return <span className="history-before">{told}</span>
  const { direction, by } = differenceOf(unit, value, before)
  const text = differenceText(unit, by, locale, (points) => t('points', { points }))
  if (direction === 'same') return <span className="history-before">{`${t('same')}, ${told}`}</span>
  return (
    <span className="history-before" data-direction={direction}>
      <Icon name={direction === 'up' ? 'arrowUp' : 'arrowDown'} />
      <span>
        <span className="ui-hidden">{t(direction)}</span> <b>{text}</b>, {told}
      </span>
    </span>
  )
}
