import type { AgentAtWork } from './agent'
import type { PastVisit } from './records'

/** Somebody in a line; `isRung`: a phone rings for them. `undo`: what is to come of waiting. */
export type Waiting = { visit: PastVisit; isRung: boolean; undo: (() => void)[] }

/** A queue's people, and who waits for them. `place`: of the house's queues. */
export type Line = { name: string; place: number; wrapUp: number; agents: AgentAtWork[]; waiting: Waiting[] }

export function isOpen({ agents }: Line): boolean {
  return agents.some(({ isThere }) => isThere)
}

/** Who has been free for longest. */
export function freeIn({ agents }: Line): AgentAtWork | undefined {
  return agents.filter(({ isFree }) => isFree).sort((one, other) => one.freeSince - other.freeSince)[0]
}

export function nextIn({ waiting }: Line): Waiting | undefined {
  return waiting.find(({ isRung }) => !isRung)
}
