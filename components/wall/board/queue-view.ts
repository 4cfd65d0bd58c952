import { type QueueAlarm, queueAlarmAt } from '@/lib/domain/alarm'
import type { Caller } from '@/lib/domain/caller'
import type { KpiWindow, QueueKpi } from '@/lib/domain/kpi'
import type { Member } from '@/lib/domain/member'
import type { Queue } from '@/lib/domain/queue'
import { type QueueFigures, queueFiguresAt } from '@/lib/domain/queue-figures'
import type { Trend } from '@/lib/domain/trend'
import { levelOver, percentOf, type WindowTally, windowTally } from '@/lib/kpi/window-tally'

/** The records of one queue; each array keeps its identity while nothing in it changes. */
export type QueueParts = {
  queue: Queue
  members: readonly Member[]
  callers: readonly Caller[]
  trend: Trend | undefined
  /** The sums of the window that is shown; `undefined`: not known yet. */
  tally: WindowTally | undefined
}

/** All that screens show of one queue. Replaced as a whole when any of it changes, and only then. */
export type QueueView = {
  queue: Queue
  figures: QueueFigures
  alarm: QueueAlarm
  /** In the order in which they will be answered. */
  callers: readonly Caller[]
  /** Callers who joined at this moment or before have waited longer than `waitLimitOf` allows; `null`: nobody has. */
  overSince: number | null
  trend: Trend | undefined
  tally: WindowTally | undefined
  /** Service level in percent; `null`: there is nothing to divide, or it is not known yet. */
  level: number | null
}

/** The view at `now` (ms): `before` again when nothing that shows has changed. */
export function queueViewAt(parts: QueueParts, now: number, before: QueueView | undefined): QueueView {
  const { queue, trend, tally } = parts
  const figures = sameFields(queueFiguresAt(parts.members, parts.callers, now), before?.figures)
  const level = tally ? percentOf(levelOver([tally])) : null
  const alarm = sameAlarm(queueAlarmAt(queue, figures, level, now), before?.alarm)
  const callers = inOrder(parts.callers, before?.callers)
  const overSince = overSinceAt(parts, now)
  const view = { queue, figures, alarm, callers, overSince, trend, tally, level }
  return sameFields(view, before)
}

/** The sums of one window; those of before while they say the same, though another window has changed. */
export function tallyOf(
  kpi: QueueKpi | undefined,
  window: KpiWindow,
  before: WindowTally | undefined,
): WindowTally | undefined {
  return kpi && sameFields(windowTally(kpi, window), before)
}

/** The wait (s) that a caller should not exceed: what the tile names as its limit. */
export function waitLimitOf(queue: Queue): number | null {
  return queue.limits.waitCritical ?? queue.limits.waitWarning
}

/** The next moment (ms) at which the view changes by the clock alone: a wait over a limit, a wrap-up that ends. */
export function nextChangeOf({ queue, members, callers }: QueueParts, now: number): number {
  let next = Number.POSITIVE_INFINITY
  const consider = (moment: number) => {
    if (moment > now && moment < next) next = moment
  }
  for (const limit of [queue.limits.waitWarning, queue.limits.waitCritical]) {
    if (limit !== null) for (const caller of callers) consider(caller.joinedAt + limit * 1000 + 1)
  }
  for (const { lastCallAt, wrapUpSeconds } of members) {
    if (lastCallAt !== null) consider(lastCallAt + wrapUpSeconds * 1000)
  }
  return next
}

function overSinceAt({ queue, callers }: QueueParts, now: number): number | null {
  const limit = waitLimitOf(queue)
  if (limit === null) return null
  const over = callers.map(({ joinedAt }) => joinedAt).filter((joinedAt) => now - joinedAt > limit * 1000)
  return over.length === 0 ? null : Math.max(...over)
}

function inOrder(callers: readonly Caller[], before: readonly Caller[] = []): readonly Caller[] {
  const sorted = callers.toSorted((one, other) => one.position - other.position || one.joinedAt - other.joinedAt)
  return sameItems(sorted, before)
}

/** How far a value is past its limit grows with every second and is not shown: it does not make an alarm another one. */
function sameAlarm(alarm: QueueAlarm, before: QueueAlarm | undefined): QueueAlarm {
  const same =
    before?.level === alarm.level &&
    before.broken.length === alarm.broken.length &&
    alarm.broken.every((limit, i) => {
      const other = before.broken[i]
      return other?.figure === limit.figure && other.level === limit.level && other.limit === limit.limit
    })
  return same ? before : alarm
}

/** `before` when it equals `fresh` field by field. */
export function sameFields<T extends object>(fresh: T, before: T | undefined): T {
  if (!before) return fresh
  for (const key in fresh) if (!Object.is(fresh[key], before[key])) return fresh
  return before
}

/** `before` when it holds the same items in the same order. */
export function sameItems<T>(fresh: readonly T[], before: readonly T[] | undefined): readonly T[] {
  return before?.length === fresh.length && fresh.every((item, i) => item === before[i]) ? before : fresh
}
