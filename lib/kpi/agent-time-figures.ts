import { SPAN_STATES, type SpanState } from '@/lib/domain/time-line'
import { OCCUPIED } from './agent-time'

/** What is told of an agent's time: each state, calls with their holds, all of it, and the share of it that was work. */
export const AGENT_TIME_FIGURES = [...SPAN_STATES, 'inCalls', 'loggedIn', 'occupancy'] as const
export type AgentTimeFigure = (typeof AGENT_TIME_FIGURES)[number]

/** Which states a figure adds up, and, of a share, which it is a share of (`null`: it is none). */
export function statesOf(figure: AgentTimeFigure): { above: readonly SpanState[]; below: readonly SpanState[] | null } {
  switch (figure) {
    case 'inCalls':
      return { above: ['onCall', 'onHold'], below: null }
    case 'loggedIn':
      return { above: SPAN_STATES, below: null }
    case 'occupancy':
      return { above: OCCUPIED, below: [...OCCUPIED, 'ready'] }
    default:
      return { above: [figure], below: null }
  }
}
