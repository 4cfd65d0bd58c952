import { type Agent, agentStateAt } from '@/lib/domain/agent'
import type { MemberState } from '@/lib/domain/member'
import type { MyCall } from './use-me'

/** What one does oneself: like any agent, or logged out of all queues and yet perhaps on the phone. */
export type MyState = { state: MemberState | 'loggedOut'; since: number | null; reason: string | null }

/** `now` in ms. A call at one's phone counts, whether it came through a queue or not. */
export function myStateAt(agent: Agent | null, calls: readonly MyCall[], now: number): MyState {
  const own = stateOfCalls(calls)
  if (agent === null) return own ?? { state: 'loggedOut', since: null, reason: null }
  const { state, since, member } = agentStateAt(agent, now)
  const busy = state === 'onCall' || state === 'onHold' || state === 'ringing'
  if (own && !busy) return own
  return { state, since, reason: state === 'paused' ? member.pausedReason : null }
}

function stateOfCalls(calls: readonly MyCall[]): MyState | null {
  const [mine] = calls
  if (!mine) return null
  const { state, stateSince } = mine.call
  const shown = state === 'held' ? 'onHold' : state === 'ringing' || state === 'dialing' ? 'ringing' : 'onCall'
  return { state: shown, since: stateSince, reason: null }
}
