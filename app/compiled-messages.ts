import compile from 'icu-minify/compile'
import type { Locale } from '@/lib/i18n/locale'
import { CATALOGUES } from '@/lib/i18n/messages'

type Texts = { readonly [key: string]: string | Texts }
type Compiled = { [key: string]: ReturnType<typeof compile> | Compiled }

/** Texts of pages behind the sign-in, which a wall need not carry. */
const DESK_AREAS: ReadonlySet<string> = new Set(['desk', 'receipts', 'dial', 'supervise', 'me', 'admin'])

const compiled = new Map<Locale, Compiled>()

/**
 * One language's texts, their ICU syntax already parsed. The browser then needs a formatter of half a kilobyte and no
 * parser of ten (next.config.js puts that formatter in `use-intl`'s place), and gets no language that it does not show. `desk`: with the texts of
 * the pages for people, which a wall need not carry.
 */
export function compiledMessages(locale: Locale, desk: boolean): Compiled {
  const all = compiledAll(locale)
  if (desk) return all
  return Object.fromEntries(Object.entries(all).filter(([area]) => !DESK_AREAS.has(area)))
}

function compiledAll(locale: Locale): Compiled {
  // The compiler's objects have no prototype, which React refuses to hand to the browser: copied, they are plain.
  const known = compiled.get(locale) ?? (JSON.parse(JSON.stringify(compileAll(CATALOGUES[locale]))) as Compiled)
  compiled.set(locale, known)
  return known
}

function compileAll(texts: Texts): Compiled {
  return Object.fromEntries(
    Object.entries(texts).map(([key, text]) => [key, typeof text === 'string' ? compile(text) : compileAll(text)]),
  )
}
