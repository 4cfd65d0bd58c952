import { fold } from '@/lib/fold'
import type { ConsoleAction } from '@/lib/protocol/admin/console'

/** Where a word is looked for, the best place first. */
const PLACES: readonly ((action: ConsoleAction) => string)[] = [
  ({ name }) => name,
  ({ summary }) => summary,
  ({ parameters }) => parameters.map(({ name }) => name).join(' '),
  ({ about, privileges }) => `${about} ${privileges.join(' ')}`,
]

/** Actions in which every word of the search stands somewhere; those with the words in better places come first. */
export function findActions(actions: readonly ConsoleAction[], search: string): readonly ConsoleAction[] {
  const words = fold(search).split(/\s+/).filter(Boolean)
  if (words.length === 0) return actions
  return actions
    .map((action) => ({ action, rank: rankOf(action, words) }))
    .filter(({ rank }) => rank < Number.POSITIVE_INFINITY)
    .sort((one, other) => one.rank - other.rank)
    .map(({ action }) => action)
}

/** Small is good; what begins with the whole search is best. */
function rankOf(action: ConsoleAction, words: readonly string[]): number {
  const texts = PLACES.map((place) => fold(place(action)))
  const places = words.map((word) => texts.findIndex((text) => text.includes(word)))
  if (places.includes(-1)) return Number.POSITIVE_INFINITY
  const begins = texts[0]?.startsWith(words.join('')) ? -1 : 0
  return places.reduce((sum, place) => sum + place, begins)
}
