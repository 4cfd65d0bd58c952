import type { AgentKpi } from '@/lib/domain/agent-kpi'
import { type AgentSpan, type AgentTime, SPAN_STATES, type SpanState } from '@/lib/domain/time-line'
import type { Fraction } from './service-level'

export const NO_TIME: AgentTime = {
  states: Object.fromEntries(SPAN_STATES.map((state) => [state, 0])) as AgentTime['states'],
  pauses: [],
}

/** With so much more of one state. */
export function addTime(
  { states, pauses }: AgentTime,
  { state, reason }: Pick<AgentSpan, 'state' | 'reason'>,
  ms: number,
): AgentTime {
  if (ms <= 0) return { states, pauses }
  const sums = { ...states, [state]: states[state] + ms }
  if (state !== 'paused') return { states: sums, pauses }
  const others = pauses.filter((pause) => pause.reason !== reason)
  const before = pauses.find((pause) => pause.reason === reason)?.ms ?? 0
  return { states: sums, pauses: [...others, { reason, ms: before + ms }].sort(longestFirst) }
}

function longestFirst(one: AgentTime['pauses'][number], other: AgentTime['pauses'][number]): number {
  return other.ms - one.ms || ((one.reason ?? '') < (other.reason ?? '') ? -1 : 1)
}

/** The sums of both. */
export function sumOfTimes(one: AgentTime, other: AgentTime): AgentTime {
  let sum = one
  for (const state of SPAN_STATES) {
    if (state !== 'paused') sum = addTime(sum, { state, reason: null }, other.states[state])
  }
  for (const { reason, ms } of other.pauses) sum = addTime(sum, { state: 'paused', reason }, ms)
  return sum
}

/** What the spans of one line come to. */
export function timeOf(spans: Iterable<AgentSpan>): AgentTime {
  const states = { ...NO_TIME.states } as Record<SpanState, number>
  const pauses = new Map<string | null, number>()
  for (const { state, reason, from, to } of spans) {
    states[state] += to - from
    if (state === 'paused') pauses.set(reason, (pauses.get(reason) ?? 0) + to - from)
  }
  return { states, pauses: Array.from(pauses, ([reason, ms]) => ({ reason, ms })).sort(longestFirst) }
}

/** Time as a member of any queue at all, whatever the state. */
export function loggedInMs({ states }: AgentTime): number {
  return SPAN_STATES.reduce((sum, state) => sum + states[state], 0)
}

/** The states of work. */
export const OCCUPIED = ['ringing', 'onCall', 'onHold', 'otherCall', 'wrapUp'] as const satisfies readonly SpanState[]

/**
 * Time ringing, talking, holding or wrapping up ÷ time logged in and not paused. Whose phone cannot be reached is a member
 * still (a static one by night, too), and at no work that one could be occupied with: that is left out below the line.
 */
export function occupancy({ states }: AgentTime): Fraction {
  const numerator = OCCUPIED.reduce((sum, state) => sum + states[state], 0)
  return { numerator, denominator: numerator + states.ready }
}

/** What an agent did today up to `now` (ms), what goes on included. */
export function timeUntil({ time, state, reason, stateSince }: AgentKpi, now: number): AgentTime {
  return state === null || stateSince === null ? time : addTime(time, { state, reason }, now - stateSince)
}
