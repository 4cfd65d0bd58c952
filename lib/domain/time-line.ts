import type { MemberState } from './member'

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
