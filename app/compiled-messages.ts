import compile from 'icu-minify/compile'
import type { Locale } from '@/lib/i18n/locale'
import { CATALOGUES } from '@/lib/i18n/messages'

type Texts = { readonly [key: string]: string | Texts }
type Compiled = { [key: string]: ReturnType<typeof compile> | Compiled }

/** Texts that a page which only shows need not carry. */
const FOR_PEOPLE: ReadonlySet<string> = new Set([
  'desk',
  'signIn',
  'receipts',
  'dial',
  'supervise',
  'me',
  'admin',
  'house',
  'history',
  'visits',
  'keeping',
  'replay',
  'visits',
  'charts',
  'lost',
  'agents',
  'console',
])
/** What a figure that is opened on a wall says besides. */
const EXPLAINED = ['desk', 'dial', 'history', 'visits', 'receipts']
/** All that the doors (sign-in, one-time links) say. */
const AT_THE_DOOR: ReadonlySet<string> = new Set(['app', 'desk', 'signIn', 'time'])

const compiled = new Map<Locale, Compiled>()

/**
 * One language's texts, their ICU syntax already parsed. The browser then needs a formatter of half a kilobyte and no
 * parser of ten (next.config.js puts that formatter in `use-intl`'s place), and gets no language that it does not show.
 * `pages`: those that a wall needs, those that it needs besides for whoever may open
 * its figures, a replay of it, a door, or the pages for people, which have all.
 */
export function compiledMessages(locale: Locale, pages: 'wall' | 'explained' | 'replay' | 'door' | 'desk'): Compiled {
  const all = compiledAll(locale)
  if (pages === 'desk') return all
  if (pages === 'explained') return only(all, EXPLAINED)
  if (pages === 'replay') return { ...compiledMessages(locale, 'wall'), ...only(all, ['replay']), ...actionWords(all) }
  const needed = (area: string) => (pages === 'door' ? AT_THE_DOOR.has(area) : !FOR_PEOPLE.has(area))
  return Object.fromEntries(Object.entries(all).filter(([area]) => needed(area)))
}

function only(texts: Compiled, names: readonly string[]): Compiled {
  return Object.fromEntries(Object.entries(texts).filter(([name]) => names.includes(name)))
}

/** What people did, in the words of the audit log. */
function actionWords({ admin }: Compiled): Compiled {
  const { audit } = admin as Compiled
  return { admin: { audit: only(audit as Compiled, ['did']) } }
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
