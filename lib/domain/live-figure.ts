import type { Caller } from './caller'
import type { QueueId } from './ids'
import type { Member } from './member'
import { queueFiguresAt } from './queue-figures'

/** Figures of queues at this moment, each the count of some records, or the wait of the oldest of them. */
export const LIVE_FIGURES = ['waiting', 'longestNow', 'ready', 'onCall', 'paused', 'unavailable'] as const
export type LiveFigure = (typeof LIVE_FIGURES)[number]
/** Those that count members. */
export type CrewFigure = Exclude<LiveFigure, 'waiting' | 'longestNow'>

export function isOfCrew(figure: LiveFigure): figure is CrewFigure {
  return figure !== 'waiting' && figure !== 'longestNow'
}

/** Who waits in these queues: whom `waiting` counts. */
export function callersIn(callers: readonly Caller[], queues: ReadonlySet<QueueId>): readonly Caller[] {
  return callers.filter(({ queue }) => queues.has(queue))
}

/** Members of these queues whom a figure counts at `now` (ms), as `queueFiguresAt` counts them. */
export function crewIn(
  members: readonly Member[],
  queues: ReadonlySet<QueueId>,
  figure: CrewFigure,
  now: number,
): readonly Member[] {
  return members.filter((member) => queues.has(member.queue) && queueFiguresAt([member], [], now)[countOf(figure)] > 0)
}

function countOf(figure: CrewFigure) {
  return figure === 'unavailable' ? 'away' : figure
}
