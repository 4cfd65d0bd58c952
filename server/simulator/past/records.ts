import type { QueueSpec } from '../options'
import type { Party } from '../pbx/records'

/** Somebody at a phone, and the queues that phone is a member of. */
export type PastAgent = { interface: string; name: string; queues: readonly string[] }

/** Who works where. */
export type PastHouse = { queues: readonly QueueSpec[]; agents: readonly PastAgent[] }

/** A day that is over, or today up to a moment; in ms since 1970. */
export type PastDay = {
  /** Twelve hours before noon, so that office hours are right when the clock is changed, too. */
  from: number
  /** Nothing is told of what comes later. */
  to: number
  /** 0: Sunday. */
  weekday: number
  /** Days ago; 0: today. */
  ago: number
  /** Since then everybody is at work, whatever the hour, as in the picture of now. */
  busySince: number
}

export type PastRing = {
  interface: string
  at: number
  rangMs: number
  outcome: 'answered' | 'noAnswer' | 'withdrawn'
}

/** One caller's stay in one queue, to its end. */
export type PastVisit = {
  queue: string
  uniqueid: string
  caller: Party
  enteredAt: number
  position: number
  priority: number
  rings: PastRing[]
  leftAt: number
  ending: 'answered' | 'hungUp' | 'timedOut' | 'noAgents' | 'key'
  agent: PastAgent | null
  answeredAt: number | null
  talkEndedAt: number | null
  heldMs: number
  /** After the talk; `null`: it goes on, or there was none. */
  wrapUpMs: number | null
  endedBy: 'agent' | 'caller' | 'transfer' | null
  transferredTo: string | null
  /** Where a transfer came from. */
  previous: PastVisit | null
}

export type PastTurnedAway = { queue: string; uniqueid: string; caller: Party; at: number; why: 'FULL' | 'JOINEMPTY' }

export type PastState = 'ready' | 'ringing' | 'onCall' | 'onHold' | 'otherCall' | 'wrapUp' | 'paused' | 'unavailable'

/** What an agent did; `queue`: whose call it was about. */
export type PastSpan = {
  agent: PastAgent
  state: PastState
  reason: string | null
  queue: string | null
  from: number
  to: number
}

/** Somebody of ours called a lost caller back. */
export type PastCallBack = {
  agent: PastAgent
  uniqueid: string
  caller: Party
  at: number
  answeredAt: number
  to: number
}

export type PastStory = {
  visits: PastVisit[]
  turnedAway: PastTurnedAway[]
  spans: PastSpan[]
  callBacks: PastCallBack[]
}
