'use client'

import { useMemo } from 'react'
import { useLocale, useTimeZone } from 'use-intl'

const numbers = new Map<string, Intl.NumberFormat>()
const moments = new Map<string, Intl.DateTimeFormat>()

/**
 * Writes figures and moments (ms since 1970) in the page's language and the board's time zone. Instead of `useFormatter`
 * of `use-intl`, of which every page, the wall too, would carry all it can.
 */
export function useFormat() {
  const locale = useLocale()
  const timeZone = useTimeZone()
  return useMemo(
    () => ({
      number: (value: number, options: Intl.NumberFormatOptions = {}) =>
        kept(numbers, [locale, options], () => new Intl.NumberFormat(locale, options)).format(value),
      dateTime(moment: number, options: Intl.DateTimeFormatOptions) {
        const all = { ...options, ...(timeZone && { timeZone }) }
        return kept(moments, [locale, all], () => new Intl.DateTimeFormat(locale, all)).format(moment)
      },
    }),
    [locale, timeZone],
  )
}

function kept<F>(all: Map<string, F>, of: readonly unknown[], make: () => F): F {
  const key = JSON.stringify(of)
  const known = all.get(key) ?? make()
  all.set(key, known)
  return known
}
