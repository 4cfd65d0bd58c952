import { LOCALES, type Locale } from '@/lib/i18n/locale'

/** One's own wishes are kept in cookies, since pages are drawn on the server. */
export const LANGUAGE_COOKIE = 'callboard-lang'
export const THEME_COOKIE = 'callboard-theme'
const YEAR_S = 31_536_000

export const THEMES = ['dark', 'light', 'contrast', 'system'] as const
export type Theme = (typeof THEMES)[number]
export { LOCALES, type Locale }

/** The page is drawn anew in that language. */
export function chooseLanguage(locale: Locale): void {
  keep(LANGUAGE_COOKIE, locale)
  const url = new URL(location.href)
  url.searchParams.delete('lang')
  // An address that differs only by what follows # is not loaded anew.
  if (url.href === location.href) location.reload()
  else location.replace(url)
}

/** Shows at once. */
export function chooseTheme(theme: Theme): void {
  keep(THEME_COOKIE, theme)
  const light = window.matchMedia('(prefers-color-scheme: light)').matches
  document.documentElement.dataset.theme = theme === 'system' ? (light ? 'light' : 'dark') : theme
}

/** Kept for as long as the browser allows; no other site is sent it. */
function keep(name: string, value: string): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in Firefox ESR, and needs TLS
  document.cookie = `${name}=${value}; Path=/; Max-Age=${YEAR_S}; SameSite=Lax`
}
