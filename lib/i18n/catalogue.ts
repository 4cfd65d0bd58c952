import type { en } from './messages/en'

type SameKeys<T> = { readonly [K in keyof T]: T[K] extends string ? string : SameKeys<T[K]> }

/** What a language must say: a missing or a superfluous key fails the types. */
export type Catalogue = SameKeys<typeof en>
