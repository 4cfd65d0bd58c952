import { fold } from '@/lib/fold'

/** Cyrillic as people type it on Latin keys; what is not here is not Russian. */
const CYRILLIC: Readonly<Record<string, string>> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  д: 'd',
  е: 'e',
  ж: 'zh',
  з: 'z',
  и: 'i',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'kh',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'shch',
  ъ: '',
  ы: 'y',
  ь: '',
  э: 'e',
  ю: 'yu',
  я: 'ya',
}

/** A text without case, accents and alphabet; `at` says from which unit of the text each of its units came. */
type Folded = { text: string; at: readonly number[] }

function foldWithPlaces(source: string): Folded {
  let text = ''
  const at: number[] = []
  let index = 0
  for (const sign of source) {
    const piece = foldSign(sign)
    for (let unit = 0; unit < piece.length; unit++) at.push(index)
    text += piece
    index += sign.length
  }
  return { text, at }
}

function foldSign(sign: string): string {
  const bare = fold(sign)
  return CYRILLIC[bare] ?? bare
}

/** Where a text has what was looked for, and how well it fits: 0 at its beginning, 1 at a word's, 2 inside one. */
export type Match = { from: number; to: number; rank: 0 | 1 | 2 }

/** Finds `query` in `source` without regard to case, accents and alphabet; `null`: not there. An empty query is everywhere. */
export function findFolded(source: string, query: string): Match | null {
  const wanted = foldWithPlaces(query.trim()).text
  if (wanted === '') return { from: 0, to: 0, rank: 0 }
  const { text, at } = foldWithPlaces(source)
  let best: Match | null = null
  for (let start = text.indexOf(wanted); start !== -1; start = text.indexOf(wanted, start + 1)) {
    const rank = start === 0 ? 0 : /[\p{L}\p{N}]/u.test(text[start - 1] ?? '') ? 2 : 1
    if (best !== null && best.rank <= rank) continue
    const end = start + wanted.length
    best = { from: at[start] ?? 0, to: at[end] ?? source.length, rank }
  }
  return best
}
