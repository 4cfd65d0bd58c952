import type { Queue } from './queue'
import type { QueueFigures } from './queue-figures'

/** `closed`: nobody waits and nobody could answer. */
export type AlarmLevel = 'closed' | 'calm' | 'warning' | 'critical'

/** A limit that is broken: seconds for `wait`, callers for `waiting`, percent for `serviceLevel`. */
export type BrokenLimit = {
  figure: 'wait' | 'waiting' | 'serviceLevel'
  level: 'warning' | 'critical'
  limit: number
  value: number
}

/** How a queue stands at one moment; `broken` has the worst first and at most one limit per figure. */
export type QueueAlarm = { level: AlarmLevel; broken: readonly BrokenLimit[] }

/**
 * A limit is broken when a wait or a count is over it, or a service level is under it. `serviceLevel`: in percent, as it
 * is shown beside the alarm; `null`: there is none. `now` in ms.
 */
export function queueAlarmAt(
  { limits }: Pick<Queue, 'limits'>,
  figures: QueueFigures,
  serviceLevel: number | null,
  now: number,
): QueueAlarm {
  const wait = figures.longestSince === null ? null : Math.max(0, (now - figures.longestSince) / 1000)
  const broken = [
    over('wait', wait, limits.waitWarning, limits.waitCritical),
    over('waiting', figures.waiting, limits.waitingWarning, limits.waitingCritical),
    under('serviceLevel', serviceLevel, limits.levelWarning, limits.levelCritical),
  ].filter((limit) => limit !== null)
  broken.sort((one, other) => Number(other.level === 'critical') - Number(one.level === 'critical'))
  return { level: broken[0]?.level ?? (isClosed(figures) ? 'closed' : 'calm'), broken }
}

function isClosed(figures: QueueFigures): boolean {
  return figures.waiting + figures.ready + figures.onCall + figures.paused === 0
}

type Figure = BrokenLimit['figure']

function over(figure: Figure, value: number | null, warning: number | null, critical: number | null) {
  return broken(figure, value, warning, critical, (limit) => value !== null && value > limit)
}

function under(figure: Figure, value: number | null, warning: number | null, critical: number | null) {
  return broken(figure, value, warning, critical, (limit) => value !== null && value < limit)
}

function broken(
  figure: Figure,
  value: number | null,
  warning: number | null,
  critical: number | null,
  breaks: (limit: number) => boolean,
): BrokenLimit | null {
  if (value === null) return null
  if (critical !== null && breaks(critical)) return { figure, level: 'critical', limit: critical, value }
  if (warning !== null && breaks(warning)) return { figure, level: 'warning', limit: warning, value }
  return null
}
