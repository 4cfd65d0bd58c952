import * as z from 'zod'
import type { LostNow } from '@/server/history/lost/lost-book'

/** A place in the list: behind the caller who was lost first at this moment. */
type Place = { at: number; id: string }

const placeSchema = z.tuple([z.number().int(), z.string()])

/** The order of the list, the oldest first; of the same moment each has a place of its own. */
export function inOrder(one: LostNow, other: LostNow): number {
  return compare(placeAt(one), placeAt(other))
}

/** As whoever asks gives it back. */
export function placeText(caller: LostNow): string {
  const { at, id } = placeAt(caller)
  return Buffer.from(JSON.stringify([at, id])).toString('base64url')
}

/**
 * Those behind a place, who may have moved up meanwhile: whoever stood before it may be closed by now. `null`: that is no
 * text of ours.
 */
export function behind(
  text: string,
  callers: readonly LostNow[],
  sort: 'oldest' | 'newest',
): readonly LostNow[] | null {
  const place = placeOf(text)
  const sign = sort === 'oldest' ? 1 : -1
  return place && callers.filter((caller) => sign * compare(placeAt(caller), place) > 0)
}

function placeOf(text: string): Place | null {
  try {
    const [at, id] = placeSchema.parse(JSON.parse(Buffer.from(text, 'base64url').toString()))
    return { at, id }
  } catch {
    return null
  }
}

function placeAt({ caller }: LostNow): Place {
  const first = caller.losses[0]
  return { at: first?.at ?? 0, id: first?.id ?? '' }
}

function compare(one: Place, other: Place): number {
  return one.at - other.at || (one.id === other.id ? 0 : one.id < other.id ? -1 : 1)
}
