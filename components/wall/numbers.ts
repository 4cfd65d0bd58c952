import type { Locale } from '@/lib/i18n/locale'

const formats = new Map<string, Intl.NumberFormat>()

function format(locale: Locale, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${locale} ${JSON.stringify(options)}`
  const known = formats.get(key) ?? new Intl.NumberFormat(locale, options)
  formats.set(key, known)
  return known
}

export function formatCount(locale: Locale, count: number): string {
  return format(locale, {}).format(count)
}

/** Percent with its sign as the language writes it. */
export function formatPercent(locale: Locale, percent: number): string {
  return format(locale, { style: 'percent' }).format(percent / 100)
}

/** Cut, not rounded: 79.6 % beside a target of 80 % must not read as reached. */
export function wholePercent(percent: number): number {
  return Math.floor(percent)
}

export function formatTenths(locale: Locale, value: number): string {
  return format(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(value)
}
