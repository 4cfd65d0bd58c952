import type { PbxName } from './ids'

/**
 * How a visit ended waiting. `lost`: lost, of which kind is not known (a PBX that does not tell QUEUESTATUS). `unknown`:
 * nobody saw its end, for the link was down.
 */
export const ENDINGS = [
  'answered',
  'hungUp',
  'timedOut',
  'noAgents',
  'lost',
  'key',
  'withdrawn',
  'moved',
  'unknown',
] as const
export type Ending = (typeof ENDINGS)[number]

/** One try to have a member take the call. */
export type Ring = {
  interface: string
  /** ms since 1970 */
  at: number
  /** ms; `null`: not told, or it still rings. */
  rangMs: number | null
  /** `elsewhere`: another agent took it; `withdrawn`: the caller left meanwhile; `null`: it rings. */
  outcome: 'answered' | 'noAnswer' | 'elsewhere' | 'withdrawn' | null
}

/** One caller's stay in one queue. Moments in ms since 1970. */
export type Visit = {
  /** Unique: the PBX, the channel and the moment of entering. */
  id: string
  pbx: PbxName
  queue: string
  /** The caller's channel: of an agent who waited for a caller in their place, that caller's, once they are there. */
  uniqueid: string
  number: string | null
  name: string | null
  enteredAt: number
  /** Place and priority on entering. */
  position: number
  priority: number | null
  rings: readonly Ring[]
  /** The caller waits no more since; `null`: waits. */
  leftAt: number | null
  ending: Ending | null
  /** The member who answered. */
  agent: string | null
  agentName: string | null
  /** Uniqueid of the agent's channel. */
  agentChannel: string | null
  answeredAt: number | null
  /** The agent's channel left the talk; `null`: they talk, or never did. */
  talkEndedAt: number | null
  /** How long the agent's phone held the caller, ms. */
  heldMs: number
  /**
   * How long the agent stood in wrap-up in this queue after this talk, ms: less than the queue gives where a pause, another
   * call or the end of work cut it short, and 0 where it gives none. What the same call made them stand in other queues
   * (`shared_lastcall`) is of no visit: a wrap-up belongs to the one talk after which it began, in the queue of that talk.
   * `null`: it goes on, or nobody saw it to its end (a lost link, a restart, a queue_log, which does not tell it).
   */
  wrapUpMs: number | null
  /** Who ended the talk; `null`: it goes on, or that is not known. */
  endedBy: 'agent' | 'caller' | 'transfer' | null
  transferredTo: string | null
  /** Some part of it was not seen live. */
  isPartlyUnseen: boolean
  /** The visit of the same caller before this one. */
  previous: string | null
}

/** Somebody whom a queue did not let in: full, or without agents. No visit. */
export type TurnedAway = {
  /** Unique: the PBX, the channel and the moment. */
  id: string
  pbx: PbxName
  /** `null`: not known, as the account may not read of the dialplan. */
  queue: string | null
  uniqueid: string
  number: string | null
  name: string | null
  /** ms since 1970 */
  at: number
  /** `QUEUESTATUS`: `FULL`, `JOINEMPTY`, `JOINUNAVAIL`. */
  why: string
}
