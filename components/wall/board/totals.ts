import type { Queue } from '@/lib/domain/queue'
import { asteriskServiceLevel } from '@/lib/domain/queue-figures'
import type { QueueView } from './queue-view'

/** The sums above the tiles. Answered, lost and service level are Asterisk's own counters. */
export type Totals = {
  waiting: number
  longestSince: number | null
  /** Percent, each queue weighted by its calls; `null` while nothing was counted. */
  serviceLevel: number | null
  answered: number
  lost: number
  /** When the youngest of the counters began (ms); `null` when one of them is not known. */
  countersSince: number | null
}

export function totalsOf(views: readonly QueueView[]): Totals {
  const answered = sum(views, ({ queue }) => queue.completed)
  const lost = sum(views, ({ queue }) => queue.abandoned)
  const inTime = sum(views, ({ queue }) => callsInTime(queue))
  const waits = views.map(({ figures }) => figures.longestSince).filter((since) => since !== null)
  return {
    waiting: sum(views, ({ figures }) => figures.waiting),
    longestSince: waits.length === 0 ? null : Math.min(...waits),
    serviceLevel: answered + lost === 0 ? null : (100 * inTime) / (answered + lost),
    answered,
    lost,
    countersSince: youngest(views.map(({ queue }) => queue.countersSince)),
  }
}

/** Asterisk tells the level to a tenth: the whole calls behind it make the sum exact, and half is not 49 %. */
function callsInTime(queue: Queue): number {
  return Math.round(((asteriskServiceLevel(queue) ?? 0) * (queue.completed + queue.abandoned)) / 100)
}

function sum(views: readonly QueueView[], of: (view: QueueView) => number): number {
  return views.reduce((total, view) => total + of(view), 0)
}

function youngest(moments: readonly (number | null)[]): number | null {
  let latest: number | null = null
  for (const moment of moments) {
    if (moment === null) return null
    latest = Math.max(latest ?? moment, moment)
  }
  return latest
}
