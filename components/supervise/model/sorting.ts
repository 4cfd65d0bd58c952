import type { QueueView } from '@/components/wall/board/queue-view'
import type { AlarmLevel } from '@/lib/domain/alarm'
import type { MemberState } from '@/lib/domain/member'
import { lostOf } from '@/lib/kpi/window-tally'
import type { AgentRow } from './agent-row'
import type { CallRow } from './call-row'
import type { CallerRow } from './caller-row'
import type { Sort } from './desk-view'

/** How texts sort in the reader's language. */
export type Compare = (one: string, other: string) => number
type Key = number | string | null

const LEVELS: Record<AlarmLevel, number> = { closed: 0, calm: 1, warning: 2, critical: 3 }
/** What needs somebody comes first: a phone that cannot be reached, then whoever is at work, then the others. */
const ATTENTION: Record<MemberState, number> = {
  unavailable: 0,
  ringing: 2,
  onCall: 3,
  onHold: 4,
  wrapUp: 5,
  ready: 6,
  paused: 7,
}
const OVER_LIMIT = 1

/** `order` is the wall's own and kept as it comes. */
export function sortQueues(rows: readonly QueueView[], sort: Sort<'queues'>, compare: Compare): readonly QueueView[] {
  if (sort.column === 'order') return sort.down ? rows.toReversed() : rows
  return sorted(
    rows,
    sort.down,
    compare,
    (row) => queueKey(row, sort.column),
    ({ queue }) => queue.label,
  )
}

function queueKey({ queue, figures, alarm, tally, level }: QueueView, column: Sort<'queues'>['column']): Key {
  switch (column) {
    case 'level':
      return LEVELS[alarm.level]
    case 'waiting':
      return figures.waiting
    case 'longest':
      return age(figures.longestSince)
    case 'serviceLevel':
      return level
    case 'answered':
      return tally?.answered ?? null
    case 'lost':
      return tally ? lostOf(tally) : null
    case 'ready':
      return figures.ready
    default:
      return queue.label
  }
}

export function sortCallers(rows: readonly CallerRow[], sort: Sort<'callers'>, compare: Compare): readonly CallerRow[] {
  return sorted(
    rows,
    sort.down,
    compare,
    (row) => callerKey(row, sort.column),
    ({ id }) => id,
  )
}

function callerKey({ caller, queueLabel }: CallerRow, column: Sort<'callers'>['column']): Key {
  switch (column) {
    case 'name':
      return caller.name ?? caller.number
    case 'queue':
      return queueLabel
    case 'priority':
      return caller.priority
    default:
      return age(caller.joinedAt)
  }
}

export function sortCalls(rows: readonly CallRow[], sort: Sort<'calls'>, compare: Compare): readonly CallRow[] {
  return sorted(
    rows,
    sort.down,
    compare,
    (row) => callKey(row, sort.column),
    ({ id }) => id,
  )
}

function callKey({ call, firstName, secondName, queueLabel }: CallRow, column: Sort<'calls'>['column']): Key {
  switch (column) {
    case 'first':
      return firstName
    case 'second':
      return secondName
    case 'queue':
      return queueLabel
    default:
      return age(call.stateSince ?? call.startedAt)
  }
}

export function sortAgents(
  rows: readonly AgentRow[],
  sort: Sort<'agents'>,
  compare: Compare,
  labelOf: (queue: string) => string,
): readonly AgentRow[] {
  return sorted(
    rows,
    sort.down,
    compare,
    (row) => agentKey(row, sort.column, labelOf),
    ({ agent }) => agent.name,
  )
}

function agentKey(row: AgentRow, column: Sort<'agents'>['column'], labelOf: (queue: string) => string): Key {
  switch (column) {
    case 'attention':
      return attentionOf(row)
    case 'state':
      return ATTENTION[row.state]
    case 'time':
      return age(row.since)
    case 'with':
      return row.withWhom
    case 'queue':
      return row.queue === null ? null : labelOf(row.queue)
    case 'today':
      return row.callsTaken
    default:
      return row.agent.name
  }
}

function attentionOf({ state, overLimit }: AgentRow): number {
  return overLimit ? OVER_LIMIT : ATTENTION[state]
}

/** A larger key for what has lasted longer. */
function age(since: number | null): number | null {
  return since === null ? null : -since
}

/** What has no value stands last in either direction; equals keep the order of their names. */
function sorted<R>(
  rows: readonly R[],
  down: boolean,
  compare: Compare,
  keyOf: (row: R) => Key,
  nameOf: (row: R) => string,
): readonly R[] {
  const keyed = rows.map((row) => ({ row, key: keyOf(row) }))
  keyed.sort((one, other) => {
    if (one.key === other.key) return compare(nameOf(one.row), nameOf(other.row))
    if (one.key === null) return 1
    if (other.key === null) return -1
    const order = compareKeys(one.key, other.key, compare)
    return (down ? -order : order) || compare(nameOf(one.row), nameOf(other.row))
  })
  return keyed.map(({ row }) => row)
}

function compareKeys(one: number | string, other: number | string, compare: Compare): number {
  return typeof one === 'number' && typeof other === 'number' ? one - other : compare(String(one), String(other))
}
