import { maskNumber, shortenName } from '@/lib/domain/mask'

type Who = { number: string | null; name: string | null }

/** Somebody's number and name as whoever asks may see them: in full, or as a wall shows them. */
export function whoShown({ number, name }: Who, inFull: boolean): Who {
  if (inFull) return { number, name }
  return { number: number === null ? null : maskNumber(number), name: name === null ? null : shortenName(name) }
}
