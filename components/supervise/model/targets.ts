import type { Queue } from '@/lib/domain/queue'
import type { AgentRow } from './agent-row'
import { fold, isFound } from './fold'
import { attentionOf } from './sorting'

export type TargetChoices = {
  /** What was typed, when it can be dialled. */
  number: string | null
  agents: readonly AgentRow[]
  queues: readonly Queue[]
}

const MOST = 30

/** Where a call can be sent, by what was typed: whoever is free first. */
export function targetsFor(typed: string, agents: Iterable<AgentRow>, queues: readonly Queue[]): TargetChoices {
  const found = [...agents].filter((row) => row.exten !== null && isFound(row.found, typed))
  found.sort((one, other) => freeFirst(one) - freeFirst(other) || (one.agent.name < other.agent.name ? -1 : 1))
  const wanted = fold(typed).trim()
  return {
    number: numberOf(typed),
    agents: found.slice(0, MOST),
    queues: queues.filter(({ label, name }) => fold(`${label}\n${name}`).includes(wanted)).slice(0, MOST),
  }
}

function freeFirst(row: AgentRow): number {
  return row.state === 'ready' ? -1 : attentionOf(row)
}

/** What people type of a number: digits, and the signs that stand between them. */
function numberOf(typed: string): string | null {
  const text = typed.trim()
  return /^[+*#]?[\d\s()./*#-]{1,40}$/.test(text) && /\d/.test(text) ? text : null
}
