import { fold } from '@/lib/fold'

/** What of a record is looked through: names and labels folded, and the digits of its numbers. */
export type Findable = { text: string; digits: string }

/** `numbers` are kept apart by a sign that no query has, so that a search never spans two of them. */
export function findable(texts: readonly (string | null)[], numbers: readonly (string | null)[]): Findable {
  const digits = numbers.map((number) => digitsOf(number ?? '')).filter((number) => number !== '')
  const all = [...texts, ...numbers].filter((text) => text !== null)
  return { text: fold(all.join('\n')), digits: digits.join('\n') }
}

/** Every word must be found; what is typed as a number is found however the number is written. */
export function isFound({ text, digits }: Findable, query: string): boolean {
  const wanted = fold(query).trim()
  if (wanted === '') return true
  if (wanted.split(/\s+/).every((word) => text.includes(word))) return true
  return /^[+\d\s()./-]+$/.test(wanted) && digitsOf(wanted) !== '' && digits.includes(digitsOf(wanted))
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, '')
}
