import { cookies, headers } from 'next/headers'
import { chooseLocale, type Locale } from '@/lib/i18n/locale'
import { configuredBoard } from './board'

/** `proxy.ts` writes `?lang=` here: layouts do not see the address. */
export const LANGUAGE_HEADER = 'x-callboard-lang'
/** The same for `?theme=`. */
export const THEME_HEADER = 'x-callboard-theme'
export const LANGUAGE_COOKIE = 'callboard-lang'

/** The language of the page being rendered. */
export async function pageLocale(): Promise<Locale> {
  const [wishes, jar] = await Promise.all([headers(), cookies()])
  return chooseLocale({
    address: wishes.get(LANGUAGE_HEADER),
    cookie: jar.get(LANGUAGE_COOKIE)?.value,
    board: configuredBoard().locale,
    acceptLanguage: wishes.get('accept-language'),
  })
}
