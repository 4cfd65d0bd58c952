import type { AgentFigure } from '@/components/agents/figures'
import type { AgentTimeFigure } from '@/lib/kpi/agent-time-figures'

/** Which of the figures of agents are time of their own. */
export const TIME_OF_FIGURE: Partial<Record<AgentFigure, AgentTimeFigure>> = {
  ...{ onCall: 'inCalls', wrapUp: 'wrapUp', ready: 'ready', paused: 'paused', otherCall: 'otherCall' },
  ...{ unavailable: 'unavailable', loggedIn: 'loggedIn', occupancy: 'occupancy' },
}

/** An agent's time that is opened. */
export type TimesOf = {
  time: AgentTimeFigure
  /** Interface; `null`: all agents together. */
  agent: string | null
  /** Only pauses for this; `null`: without any; left out: all of them. */
  reason?: string | null
}

/** As parameters of `/api/v1/explain/agents`, beside those that say of what time. */
export function setTimes(params: URLSearchParams, { time, agent, reason }: TimesOf): URLSearchParams {
  params.set('figure', time)
  if (agent !== null) params.set('agent', agent)
  if (reason !== undefined) params.set('reason', reason ?? '')
  return params
}
