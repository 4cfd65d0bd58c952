/** Languages the product speaks; English is the source of the catalogue and the last resort. */
export const LOCALES = ['en', 'ru'] as const
export type Locale = (typeof LOCALES)[number]
const DEFAULT_LOCALE: Locale = 'en'

/** Where someone's wish for a language may stand, from the strongest to the weakest. */
type LocaleWishes = {
  /** `?lang=` of the address. */
  address?: string | null | undefined
  cookie?: string | null | undefined
  /** The board's language from the configuration. */
  board?: string | null | undefined
  /** `Accept-Language` (RFC 9110, 12.5.4). */
  acceptLanguage?: string | null | undefined
}

/** The language to speak; a wish for one we do not speak is passed over. */
export function chooseLocale({ address, cookie, board, acceptLanguage }: LocaleWishes): Locale {
  for (const wish of [address, cookie, board]) {
    const spoken = spokenLocale(wish)
    if (spoken) return spoken
  }
  for (const tag of byQuality(acceptLanguage ?? '')) {
    const spoken = spokenLocale(tag)
    if (spoken) return spoken
  }
  return DEFAULT_LOCALE
}

/** Only the primary language counts: `ru-BY` is Russian. */
function spokenLocale(tag: string | null | undefined): Locale | undefined {
  const language = tag?.trim().toLowerCase().split('-')[0]
  return LOCALES.find((locale) => locale === language)
}

function byQuality(header: string): string[] {
  return header
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.split(';')
      const quality = parameters.map((parameter) => /^\s*q=([\d.]+)\s*$/.exec(parameter)?.[1]).find(Boolean)
      return { tag: tag.trim(), quality: Number(quality ?? 1) }
    })
    .filter(({ tag, quality }) => tag !== '' && quality > 0)
    .sort((one, other) => other.quality - one.quality)
    .map(({ tag }) => tag)
}
