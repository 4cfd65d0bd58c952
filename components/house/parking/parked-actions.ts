import { viewerMay } from '@/components/session/viewer'
import {
  not,
  type Situation,
  type WhyNot,
  whyNoPhone,
  whyNotAtAll,
  whyNotPossible,
} from '@/components/supervise/actions/why-not'
import type { Call } from '@/lib/domain/call'
import type { ParkedCall } from '@/lib/domain/parking'
import type { QueuePermission } from '@/lib/domain/rights'
import type { CommandType } from '@/lib/protocol/commands'
import { unreachable } from '@/lib/unreachable'

export const PARKED_ACTIONS = ['fetch', 'transfer', 'hangUp'] as const
export type ParkedAction = (typeof PARKED_ACTIONS)[number]

/** Somebody parked, with what decides about actions. */
export type Standing = {
  parked: ParkedCall
  /** The call it is, as far as one sees it. */
  call: Call | undefined
  /** Asterisk's name of the queue it came through; `null`: none. */
  queueName: string | null
}

/** Why this cannot be done to somebody parked; `null`: it can. */
export function whyNotParked(action: ParkedAction, standing: Standing, at: Situation): WhyNot | null {
  switch (action) {
    case 'fetch':
      return whyNotFetch(standing, at)
    case 'transfer':
      return whyNotCall('call.transfer', 'calls.transfer', standing, at)
    case 'hangUp':
      return whyNotCall('call.hangUp', 'calls.hangUp', standing, at)
    default:
      return unreachable(action)
  }
}

/** Whoever looks may fetch by an own phone, as dialling the slot does; others by their right in the queue. */
function whyNotFetch({ parked, queueName }: Standing, at: Situation): WhyNot | null {
  const allowed = viewerMay(at.viewer, 'own.calls') || viewerMay(at.viewer, 'calls.park', queueName)
  if (!allowed) return not('refusedByRights')
  return whyNotPossible('parked.fetch', at) ?? whyNoPhone(at, parked.pbx)
}

/** Those that act on a call need one: a call that one does not see is not offered for them. */
function whyNotCall(type: CommandType, permission: QueuePermission, { call, queueName }: Standing, at: Situation) {
  if (!call) return not('refusedByRights')
  return whyNotAtAll(type, permission, queueName, at)
}

/** Which side of its call is parked; the other one is gone. */
export function parkedSide({ parked, call }: Standing): 'from' | 'to' {
  return call?.to?.channel === parked.channel ? 'to' : 'from'
}
