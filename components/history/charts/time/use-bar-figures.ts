'use client'

import { useLocale, useTranslations } from 'use-intl'
import { formatCount } from '@/components/wall/numbers'
import { formatDuration } from '@/lib/i18n/duration'
import type { Locale } from '@/lib/i18n/locale'
import { FIGURES, type Figure } from '@/lib/kpi/figures'
import { figureText } from '../../figure-text'
import { figureIn } from '../../sums'
import type { Bar } from './bars'

/** Said only where there are any. */
const SOME: readonly Figure[] = ['short', 'other', 'unknown']
/** They follow from what is told, and stand in the tables. */
const NOT_TOLD: readonly Figure[] = ['lossRate', 'abandonRate', 'averageHandling']
export const TABLE_FIGURES = FIGURES.filter((figure) => !NOT_TOLD.includes(figure))

/** The figures of one bar: `told` are those worth telling, as label and text. */
export function useBarFigures() {
  const t = useTranslations('history')
  const tell = useTranslations('charts')
  const locale = useLocale() as Locale
  const textOf = (figure: Figure, bar: Bar) => figureText(figure, figureIn(figure, bar), locale)
  const told = (bar: Bar): [label: string, text: string][] => {
    const figures = TABLE_FIGURES.filter((figure) => !SOME.includes(figure) || figureIn(figure, bar) !== 0).map(
      (figure): [string, string] => [t(`figure.${figure}`), textOf(figure, bar)],
    )
    if (bar.turnedAway > 0) figures.push([tell('turnedAway'), formatCount(locale, bar.turnedAway)])
    if (bar.unseenMs > 0) figures.push([tell('unseen'), formatDuration(bar.unseenMs)])
    return figures
  }
  return { textOf, told }
}
