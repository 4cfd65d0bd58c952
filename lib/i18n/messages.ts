import type { Catalogue } from './catalogue'
import type { Locale } from './locale'
import { en } from './messages/en'
import { ru } from './messages/ru'

/** The whole catalogue by language. Server side only: pages get the one language they show. */
export const CATALOGUES: Readonly<Record<Locale, Catalogue>> = { en, ru }
