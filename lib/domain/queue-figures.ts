import type { Caller } from './caller'
import { type Member, type MemberState, memberStateAt } from './member'

/** What a tile shows of one queue at one moment. */
export type QueueFigures = {
  waiting: number
  /** When the wait of the longest waiting caller began (ms since 1970): the wait itself is `now - longestSince`. */
  longestSince: number | null
  ready: number
  /** Ringing, talking, on hold and in wrap-up. */
  onCall: number
  paused: number
  /** Members whose phone is unreachable, not paused. */
  away: number
}

type Crew = 'ready' | 'onCall' | 'paused' | 'away'
const CREW: Record<MemberState, Crew> = {
  ready: 'ready',
  ringing: 'onCall',
  onCall: 'onCall',
  onHold: 'onCall',
  wrapUp: 'onCall',
  paused: 'paused',
  unavailable: 'away',
}

/** Figures of one queue from its own members and callers, at `now` in ms. */
export function queueFiguresAt(members: Iterable<Member>, callers: Iterable<Caller>, now: number): QueueFigures {
  const figures: QueueFigures = { waiting: 0, longestSince: null, ready: 0, onCall: 0, paused: 0, away: 0 }
  for (const caller of callers) {
    figures.waiting++
    figures.longestSince = Math.min(figures.longestSince ?? caller.joinedAt, caller.joinedAt)
  }
  for (const member of members) figures[CREW[memberStateAt(member, now).state]]++
  return figures
}
