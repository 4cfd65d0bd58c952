import { z } from '@hono/zod-openapi'

/** Each order that a list has, and the same turned round. */
export type Sort<Key extends string> = Key | `-${Key}`

/** `sort` of a list. */
export function sortQuery<Key extends string>(keys: readonly Key[]) {
  return z.enum(keys.flatMap((key): Sort<Key>[] => [key, `-${key}`])).describe('`-` turns the order round')
}

/** What a list is ordered by, and whether it is turned round. */
export function orderOf<Key extends string>(sort: Sort<Key>): { sort: Key; down: boolean } {
  const down = sort.startsWith('-')
  return { sort: (down ? sort.slice(1) : sort) as Key, down }
}
