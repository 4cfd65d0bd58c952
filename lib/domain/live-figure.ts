import { type Agent, agentStateAt, agentsOf } from './agent'
import type { Caller } from './caller'
import type { QueueId } from './ids'
import type { Member, MemberState } from './member'
import { queueFiguresAt } from './queue-figures'

/** Figures of people across queues, each person once: all who are signed in, or those in one state. */
export const AGENT_FIGURES = [
  'agents.all',
  'agents.ready',
  'agents.ringing',
  'agents.onCall',
  'agents.onHold',
  'agents.wrapUp',
  'agents.paused',
  'agents.unavailable',
] as const satisfies readonly `agents.${MemberState | 'all'}`[]
export type AgentFigure = (typeof AGENT_FIGURES)[number]

/** Figures of this moment, each the count of some records, or the wait of the oldest of them. */
export const LIVE_FIGURES = [
  'waiting',
  'longestNow',
  'ready',
  'onCall',
  'paused',
  'unavailable',
  ...AGENT_FIGURES,
] as const
export type LiveFigure = (typeof LIVE_FIGURES)[number]
export type CallerFigure = 'waiting' | 'longestNow'
/** Those that count members. */
export type CrewFigure = Exclude<LiveFigure, CallerFigure | AgentFigure>

export function isOfCallers(figure: LiveFigure): figure is CallerFigure {
  return figure === 'waiting' || figure === 'longestNow'
}

export function isOfAgents(figure: LiveFigure): figure is AgentFigure {
  return figure.startsWith('agents.')
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

/** One person, and what they do: the most telling of the states in their queues. */
export type AgentNow = ReturnType<typeof agentStateAt> & { agent: Agent }

/**
 * Agents of these queues whom a figure counts at `now` (ms). `everywhere`: by what they do in all their queues among
 * `members`, and not in these alone.
 */
export function agentsIn(
  members: readonly Member[],
  queues: ReadonlySet<QueueId>,
  figure: AgentFigure,
  { now, everywhere }: { now: number; everywhere: boolean },
): readonly AgentNow[] {
  const isIn = ({ queue }: Member) => queues.has(queue)
  return agentsOf(everywhere ? members : members.filter(isIn))
    .filter((agent) => agent.members.some(isIn))
    .map((agent) => ({ ...agentStateAt(agent, now), agent }))
    .filter(({ state }) => figure === 'agents.all' || figure === `agents.${state}`)
}
