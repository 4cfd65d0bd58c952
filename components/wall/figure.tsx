'use client'

import { useLocale } from 'use-intl'
import { formatCount, formatTenths, wholePercent } from './numbers'

/** A count as a figure: digits only, so that it is read from afar. `null`, not known, is a dash. */
export function Count({ value }: { value: number | null }) {
  const locale = useLocale()
  const text = value === null ? '–' : formatCount(locale, value)
  return (
    <b className="fig" data-digits={String(value ?? 0).length}>
      {text}
    </b>
  )
}

/** A percentage as a figure with a small sign; `null` is a dash: no value is not zero. */
export function Percent({ value, tenths = false }: { value: number | null; tenths?: boolean }) {
  const locale = useLocale()
  if (value === null) return <b className="fig">–</b>
  return (
    <b className="fig">
      {tenths ? formatTenths(locale, value) : formatCount(locale, wholePercent(value))}
      <span className="u">%</span>
    </b>
  )
}
