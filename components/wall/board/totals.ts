import { levelOver, lostOf, percentOf, type WindowTally } from '@/lib/kpi/window-tally'
import type { QueueView } from './queue-view'

/** The sums above the tiles. Those of a window are `null` until they are known of every queue: a part is no sum. */
export type Totals = {
  waiting: number
  longestSince: number | null
  /** Percent, each queue by its own rules and weighted by its calls; `null` also while nothing was counted. */
  serviceLevel: number | null
  answered: number | null
  lost: number | null
  /** When today began, ms. */
  daySince: number | null
  /** How much of the window nobody saw, ms: the most of any queue. */
  unseenMs: number
}

export function totalsOf(views: readonly QueueView[]): Totals {
  const waits = views.map(({ figures }) => figures.longestSince).filter((since) => since !== null)
  return {
    waiting: sum(views, ({ figures }) => figures.waiting),
    longestSince: waits.length === 0 ? null : Math.min(...waits),
    ...sumsOf(views.map(({ tally }) => tally)),
  }
}

type Sums = Omit<Totals, 'waiting' | 'longestSince'>

function sumsOf(all: readonly (WindowTally | undefined)[]): Sums {
  const known = all.filter((tally) => tally !== undefined)
  const unseenMs = Math.max(0, ...known.map((tally) => tally.unseenMs))
  if (known.length < all.length || known[0] === undefined)
    return { serviceLevel: null, answered: null, lost: null, daySince: null, unseenMs }
  return {
    serviceLevel: percentOf(levelOver(known)),
    answered: sum(known, ({ answered }) => answered),
    lost: sum(known, lostOf),
    daySince: known[0].daySince,
    unseenMs,
  }
}

function sum<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((total, item) => total + of(item), 0)
}
