import type { CallParty } from '@/lib/domain/call'
import { isLocal } from '@/lib/domain/endpoint'
import type { Channel, OpenCall, PbxTables } from './tables'

const RINGING = 5
const UP = 6

/** The channels that stand for people, in the order in which they came: who called is the first. */
export function partiesOf(tables: PbxTables, call: OpenCall): Channel[] {
  const parties: Channel[] = []
  for (const uniqueid of call.channels) {
    const channel = tables.channels.get(uniqueid)
    if (channel && !isLocal(channel.name)) parties.push(channel)
  }
  return parties.length > 1 ? parties.sort(byAge) : parties
}

/** Lists tell a channel's age in whole seconds only. */
function byAge(one: Channel, other: Channel): number {
  const between = one.startedAt - other.startedAt
  return Math.abs(between) < 1000 ? one.serial - other.serial || between : between
}

/** Whom the first party talks to, else who rings. */
export function peerOf(first: Channel, parties: readonly Channel[]): Channel | undefined {
  let best: Channel | undefined
  for (const party of parties) {
    if (party !== first && (best === undefined || nearness(party, first) > nearness(best, first))) best = party
  }
  return best
}

function nearness(party: Channel, first: Channel): number {
  if (party.bridge !== null) return party.bridge === first.bridge ? 4 : 3
  return party.state === UP ? 2 : party.state === RINGING ? 1 : 0
}

export function partyOf(tables: PbxTables, channel: Channel): CallParty {
  return { number: partyNumber(tables, channel), name: partyName(tables, channel), channel: channel.name }
}

export function partyNumber(tables: PbxTables, { caller, endpoint }: Channel): string | null {
  return caller.number ?? tables.numberOfPhone.get(endpoint) ?? null
}

export function partyName(tables: PbxTables, { caller, endpoint }: Channel): string | null {
  return caller.name ?? memberName(tables, endpoint)
}

function memberName(tables: PbxTables, endpoint: string): string | null {
  for (const id of tables.membersByEndpoint.of(endpoint)) {
    const member = tables.members.get(id)
    if (member && member.name !== member.interface) return member.name
  }
  return null
}

/** Before there is a peer: the number that the caller dialled; for who was dialled, the party it was connected to. */
export function awaitedParty(first: Channel): CallParty | null {
  if (first.dialledBy === null) {
    return first.dialled === null ? null : { number: first.dialled, name: null, channel: null }
  }
  const { number, name } = first.connected
  return number === null && name === null ? null : { number, name, channel: null }
}

/** An account without the right to ParkedCalls still sees who is in a parking lot, though not in which space. */
export function isParked(tables: PbxTables, party: Channel): boolean {
  return party.slot !== null || tables.bridges.get(party.bridge ?? '')?.kind === 'parking'
}
