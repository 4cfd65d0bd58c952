import type { MemberState } from '@/lib/domain/member'
import type { Queue } from '@/lib/domain/queue'
import { fold } from '@/lib/fold'
import type { AgentRow } from './agent-row'
import { isFound } from './findable'

type TargetChoices = {
  /** What was typed, when it can be dialled. */
  number: string | null
  agents: readonly AgentRow[]
  queues: readonly Queue[]
}

const MOST = 30

/** Where a call can be sent, by what was typed: whoever is free first. */
export function targetsFor(typed: string, agents: Iterable<AgentRow>, queues: readonly Queue[]): TargetChoices {
  const found = [...agents].filter((row) => row.exten !== null && isFound(row.found, typed))
  found.sort((one, other) => SOONEST[one.state] - SOONEST[other.state] || (one.agent.name < other.agent.name ? -1 : 1))
  const wanted = fold(typed).trim()
  return {
    number: numberOf(typed),
    agents: found.slice(0, MOST),
    queues: queues.filter(({ label, name }) => fold(`${label}\n${name}`).includes(wanted)).slice(0, MOST),
  }
}

/** Who can answer soonest comes first. */
const SOONEST: Readonly<Record<MemberState, number>> = {
  ready: 0,
  wrapUp: 1,
  paused: 2,
  ringing: 3,
  onCall: 4,
  onHold: 5,
  unavailable: 6,
}

/** What people type of a number: digits, and the signs that stand between them. */
function numberOf(typed: string): string | null {
  const text = typed.trim()
  return /^[+*#]?[\d\s()./*#-]{1,40}$/.test(text) && /\d/.test(text) ? text : null
}
