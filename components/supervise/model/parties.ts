import type { Agent } from '@/lib/domain/agent'
import type { Call, CallParty } from '@/lib/domain/call'
import { endpointOfChannel, endpointOfInterface, sameInterface } from '@/lib/domain/endpoint'

export type Side = 'from' | 'to'

/** What others dial to reach a phone, as far as its interface tells: `101` of `PJSIP/101` and of `Local/101@agents`. */
export function extenOf(iface: string): string | null {
  return /^[^/]+\/([^@/]+)/.exec(iface)?.[1] ?? null
}

export function partyOf(call: Call, side: Side): CallParty | null {
  return side === 'from' ? call.from : call.to
}

export function otherSide(side: Side): Side {
  return side === 'from' ? 'to' : 'from'
}

/** On which side of the call a phone is; `null`: on none that is known. */
export function sideOfInterface(call: Call, iface: string): Side | null {
  for (const side of ['to', 'from'] as const) {
    const channel = partyOf(call, side)?.channel
    if (channel && endpointOfChannel(channel) === endpointOfInterface(iface)) return side
  }
  // The queue rang the agent by a Local channel: the phone behind it has a name of its own.
  return call.agent !== null && sameInterface(call.agent, iface) ? 'to' : null
}

export function sideOfAgent(call: Call, agent: Agent): Side | null {
  return sideOfInterface(call, agent.interface) ?? sideOfInterface(call, agent.members[0].stateInterface)
}

/** A party as people know it; `null`: withheld or not known. */
export function partyName(party: CallParty | null): string | null {
  return party?.name ?? party?.number ?? null
}
