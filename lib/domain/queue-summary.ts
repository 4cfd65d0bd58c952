import type { Caller } from './caller'
import type { QueueId } from './ids'
import { callersIn, isOfCallers, type LiveFigure } from './live-figure'
import { type Member, memberStateAt } from './member'

/** Fields of Asterisk's own `QueueSummary` that count the same as a figure of this moment, or come nearest to it. */
export const SUMMARY_FIELDS = ['Callers', 'LongestHoldTime', 'Available', 'LoggedIn'] as const
type SummaryField = (typeof SUMMARY_FIELDS)[number]

/** What `QueueSummary` would tell. */
export type QueueSummary = {
  field: SummaryField
  /** Of several queues the sum; of `LongestHoldTime` the longest, ms. */
  value: number
  /** How many of them the figure leaves out because they are in wrap-up, of which Asterisk's count knows nothing. */
  wrapUp: number
}

type Picture = { members: readonly Member[]; callers: readonly Caller[] }

/**
 * What `QueueSummary` would tell of these queues at `now` (ms) beside a figure, counted as Asterisk counts it (apps/app_queue.c,
 * manager_queues_summary). `null`: it has no count of that kind.
 */
export function queueSummaryAt(
  figure: LiveFigure,
  { members, callers }: Picture,
  queues: ReadonlySet<QueueId>,
  now: number,
): QueueSummary | null {
  const field = fieldOf(figure)
  if (field === null) return null
  if (isOfCallers(figure)) {
    const waits = callersIn(callers, queues).map(({ joinedAt }) => Math.floor((now - joinedAt) / 1000) * 1000)
    return { field, value: field === 'Callers' ? waits.length : Math.max(0, ...waits), wrapUp: 0 }
  }
  const loggedIn = members.filter(({ queue, device }) => queues.has(queue) && isReached(device))
  if (field === 'LoggedIn') return { field, value: loggedIn.length, wrapUp: 0 }
  const available = loggedIn.filter(({ device, paused }) => isFree(device) && !paused)
  const wrapUp = available.filter((member) => memberStateAt(member, now).state === 'wrapUp').length
  return { field, value: available.length, wrapUp }
}

function fieldOf(figure: LiveFigure): SummaryField | null {
  if (figure === 'waiting') return 'Callers'
  if (figure === 'longestNow') return 'LongestHoldTime'
  if (figure === 'ready' || figure === 'agents.ready') return 'Available'
  return figure === 'agents.all' ? 'LoggedIn' : null
}

function isReached(device: Member['device']): boolean {
  return device !== 'unavailable' && device !== 'invalid'
}

function isFree(device: Member['device']): boolean {
  return device === 'notInUse' || device === 'unknown'
}
