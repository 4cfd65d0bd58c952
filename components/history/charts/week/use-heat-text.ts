'use client'

import { useLocale } from 'use-intl'
import type { Locale } from '@/lib/i18n/locale'
import { figureText } from '../../figure-text'
import type { HeatFigure } from './heat'

/** A value as it stands in a cell, short: a level in whole percent, cut like every level. */
export function useHeatText(figure: HeatFigure): (value: number | null) => string {
  const locale = useLocale() as Locale
  return (value) =>
    figureText(figure, value !== null && figure === 'serviceLevel' ? Math.floor(value * 100) / 100 : value, locale)
}
