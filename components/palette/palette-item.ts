import type { IconName } from '@/components/ui/icon'
import { findFolded, type Match } from './find-name'

const GROUPS = ['number', 'people', 'phones', 'recent', 'queues', 'do', 'pages'] as const
export type Group = (typeof GROUPS)[number]

/** Something that the palette offers. */
export type PaletteItem = {
  key: string
  group: Group
  icon: IconName
  iconClass?: string
  text: string
  /** Found as well: an extension, a number. */
  number?: string | null
  /** What stands at its end: a state. */
  aside?: string
  /** Why it cannot be done now. */
  why: string | null
  run: () => void
  /** Sends one's current call there. */
  transfer?: () => void
}

export type FoundItem = PaletteItem & { match: Match }

/** So many of each group at most: whoever wants more types another letter. */
const MOST = 8

/** What fits the query, the best of each group first; with nothing typed, all of it in its own order. */
export function findItems(items: readonly PaletteItem[], query: string): Map<Group, FoundItem[]> {
  const found = new Map<Group, FoundItem[]>()
  for (const group of GROUPS) {
    const fitting = items.filter((item) => item.group === group).flatMap((item) => asFound(item, query))
    if (fitting.length > 0) found.set(group, fitting.toSorted(byRank).slice(0, MOST))
  }
  return found
}

function asFound(item: PaletteItem, query: string): FoundItem[] {
  if (item.group === 'number') return [{ ...item, match: NOWHERE }]
  const match = findFolded(item.text, query)
  if (match) return [{ ...item, match }]
  const digits = query.replace(/[^\d+*#]/g, '')
  return digits !== '' && item.number?.replace(/[^\d+*#]/g, '').includes(digits) ? [{ ...item, match: NOWHERE }] : []
}

const NOWHERE: Match = { from: 0, to: 0, rank: 1 }

function byRank(one: FoundItem, other: FoundItem): number {
  return one.match.rank - other.match.rank
}
