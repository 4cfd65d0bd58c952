import { type Member, type MemberState, memberStateAt } from './member'

/**
 * What an agent is seen to do over time. `onCall` and `onHold` are calls of the queue (overall: of any queue that one looks
 * at), `otherCall` is every other one at the agent's phone, of another queue or of none.
 */
export const SPAN_STATES = [
  'ready',
  'ringing',
  'onCall',
  'onHold',
  'otherCall',
  'wrapUp',
  'paused',
  'unavailable',
] as const satisfies readonly (MemberState | 'otherCall')[]
export type SpanState = (typeof SPAN_STATES)[number]

/** One state from (included) to (not included), ms since 1970. */
export type AgentSpan = {
  state: SpanState
  /** Of a pause, as it was given. */
  reason: string | null
  from: number
  to: number
}

/** How long an agent did what, ms; sums of several spans of time add up. */
export type AgentTime = {
  states: { readonly [S in SpanState]: number }
  /** Of `states.paused`, by reason, the longest first; `null`: none was given. */
  pauses: readonly { reason: string | null; ms: number }[]
}

/** What goes on at a moment, and since when. */
export type Doing = Pick<AgentSpan, 'state' | 'reason' | 'from'>

/** What a member does at `at` (ms), as a line of time tells it. */
export function doingOf(member: Member, at: number): Omit<Doing, 'from'> {
  const { state } = memberStateAt(member, at)
  if (state === 'paused') return { state, reason: member.pausedReason }
  const isCall = state === 'onCall' || state === 'onHold'
  return { state: isCall && !member.inCall ? 'otherCall' : state, reason: null }
}

/** As the screens have it (`agent.ts`): who is at work in one queue is at work, who can be called in one can be called. */
const TELLING: Readonly<Record<SpanState, number>> = {
  ...{ onHold: 8, onCall: 7, otherCall: 6, ringing: 5, wrapUp: 4, ready: 3, paused: 2, unavailable: 1 },
}

/** What is done, whenever it began. */
type Deed = Pick<Doing, 'state' | 'reason'>

/** What somebody does on the whole, by what goes on in each queue; so "paused" is paused wherever one can be called. */
export function overallOf<D extends Deed>(doings: Iterable<D>): D | null {
  let told: D | null = null
  for (const doing of doings) if (told === null || isMoreTelling(doing, told)) told = doing
  return told
}

/**
 * Of two pauses the one with a reason, and of two reasons the first by its letters: not the older, as long spans are cut, and
 * ranges begin anywhere. What somebody did in a range must be the same whatever it is a part of.
 */
function isMoreTelling(one: Deed, other: Deed): boolean {
  if (one.state !== other.state) return TELLING[one.state] > TELLING[other.state]
  if (one.reason === null || other.reason === null) return one.reason !== null && other.reason === null
  return one.reason < other.reason
}

/** Spans of one line in their order, those that touch and are alike as one. */
export function joined(spans: Iterable<AgentSpan>): AgentSpan[] {
  const all: AgentSpan[] = []
  for (const { state, reason, from, to } of spans) {
    const last = all.at(-1)
    if (last && last.to === from && last.state === state && last.reason === reason) last.to = to
    else if (from < to) all.push({ state, reason, from, to })
  }
  return all
}

/** What of them lies within a range. */
export function clipped(spans: readonly AgentSpan[], from: number, to: number): AgentSpan[] {
  return spans
    .filter((span) => span.to > from && span.from < to)
    .map((span) => ({ ...span, from: Math.max(span.from, from), to: Math.min(span.to, to) }))
}

/** One line over several: at every moment the most telling of what goes on in any. Each of the lines is in order. */
export function mergedLine(lines: readonly (readonly AgentSpan[])[]): AgentSpan[] {
  const edges = [...new Set(lines.flatMap((line) => line.flatMap(({ from, to }) => [from, to])))].sort((a, b) => a - b)
  const places = lines.map(() => 0)
  const spans: AgentSpan[] = []
  for (const [index, from] of edges.entries()) {
    const to = edges[index + 1]
    if (to === undefined) break
    let told: AgentSpan | null = null
    for (const [which, line] of lines.entries()) {
      const span = line[advanced(places, which, line, from)]
      if (span && span.from <= from && (told === null || isMoreTelling(span, told))) told = span
    }
    if (told) spans.push({ state: told.state, reason: told.reason, from, to })
  }
  return joined(spans)
}

/** Where a line stands at a moment: at the first span that is not over. */
function advanced(places: number[], which: number, line: readonly AgentSpan[], at: number): number {
  let place = places[which] ?? 0
  for (let span = line[place]; span && span.to <= at; span = line[place]) place += 1
  places[which] = place
  return place
}
