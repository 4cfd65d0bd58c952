'use client'

import { useLocale } from 'use-intl'
import { Explained, type ExplainedProps } from './explained'
import { formatCount, formatTenths, wholePercent } from './numbers'

type CountProps = Partial<Omit<ExplainedProps, 'children'>> & { value: number | null }

/**
 * A count as a figure: digits only, so that it is read from afar. `null`, not known, is a dash. With `figure` it can be
 * opened; `queue` left out: of all that are shown.
 */
export function Count({ value, figure, queue = null, of }: CountProps) {
  const locale = useLocale()
  const text = value === null ? '–' : formatCount(locale, value)
  return (
    <b className="fig" data-digits={String(value ?? 0).length}>
      {figure ? (
        <Explained figure={figure} queue={queue} {...(of && { of })}>
          {text}
        </Explained>
      ) : (
        text
      )}
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
