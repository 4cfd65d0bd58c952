import type { Call, CallParty } from '@/lib/domain/call'
import { maskCall } from '@/lib/domain/mask'
import type { QueuePermission } from '@/lib/domain/rights'
import type { Channel } from '@/server/store/reducers/tables'
import type { Plan } from '../handler'
import type { MySide, Scene } from '../scene'
import { CommandFailure, type PbxDoor } from '../types'

export type Side = 'from' | 'to'
export type CallTarget = { call: Call; label: string | null; mine: MySide | null }

/**
 * The call that one may act on: by the right in its queue, or, where `own` says so, because one's own phone takes part.
 */
export function callFor(
  scene: Scene,
  id: string,
  permission: QueuePermission,
  own: 'own too' | 'by right',
): CallTarget {
  const { call, queue, mine } = scene.call(id)
  const isOwn = own === 'own too' && mine !== null && scene.may('own.calls')
  scene.require(isOwn || scene.mayIn(permission, queue?.name ?? null))
  return { call, label: queue?.label ?? null, mine }
}

/** Everything of a plan but what it needs and does. */
export function planFor(
  scene: Scene,
  { call, label, mine }: CallTarget,
  value: string | null = null,
): Pick<Plan, 'pbx' | 'subject' | 'target' | 'key'> {
  const { numbers } = scene.by.rights
  const seen = numbers === 'all' || (numbers === 'own' && mine !== null) ? call : maskCall(call)
  return {
    pbx: call.pbx,
    subject: { who: textOf(otherParty(seen, mine)), queue: label, value },
    target: textOf(otherParty(call, mine)),
    key: `call ${call.id}`,
  }
}

function textOf(party: CallParty): string | null {
  return party.name ?? party.number ?? party.channel
}

/** Whom people mean by the call: the other side of one's own, else who calls. */
function otherParty(call: Call, mine: MySide | null): CallParty {
  return mine !== null && call.to !== null && mine.channel === call.from.channel ? call.to : call.from
}

export function otherSide(side: Side): Side {
  return side === 'from' ? 'to' : 'from'
}

/** The channel of one side as it is now; `gone` when it is no longer there. Never a pattern, never a beginning. */
export function channelOf(door: PbxDoor, { call }: CallTarget, side: Side): Channel {
  const name = (side === 'from' ? call.from : call.to)?.channel
  return channelNamed(door, call, name ?? null)
}

/** One's own phone's channel. */
export function myChannel(door: PbxDoor, call: Call, mine: MySide): Channel {
  return channelNamed(door, call, mine.channel)
}

function channelNamed(door: PbxDoor, call: Call, name: string | null): Channel {
  const channel = call.channels.map((uniqueid) => door.channel(uniqueid)).find((one) => one?.name === name)
  if (!channel || !/^[^/,&|]+\/[^,&|]+$/.test(channel.name)) throw new CommandFailure('gone')
  return channel
}

/** Channels of the sides that are there. */
export function partyChannels(door: PbxDoor, { call }: CallTarget): Channel[] {
  const names = [call.from.channel, call.to?.channel ?? null]
  return call.channels.flatMap((uniqueid) => {
    const channel = door.channel(uniqueid)
    return channel && names.includes(channel.name) ? [channel] : []
  })
}
