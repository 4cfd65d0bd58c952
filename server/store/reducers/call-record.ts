import type { Call, CallDirection, CallParty, CallState } from '@/lib/domain/call'
import { awaitedParty, isParked, partiesOf, partyOf, peerOf } from './call-parties'
import type { Channel, OpenCall, PbxTables } from './tables'

const RINGING = 5
const UP = 6
const NOBODY: CallParty = { number: null, name: null, channel: null }

/**
 * What the channels of a call add up to. `stateSince` moves only with the state. `isListed`: the call may have been so
 * for long, so what the lists do not date stays undated.
 */
export function callRecord(
  tables: PbxTables,
  call: OpenCall,
  before: Call | undefined,
  at: number,
  isListed: boolean,
): Call {
  const parties = partiesOf(tables, call)
  const [first] = parties
  const caller = parties.find((party) => tables.waiting.has(party.uniqueid))
  const peer = first && !caller ? peerOf(first, parties) : undefined
  const state = caller ? 'waiting' : stateOf(tables, parties)
  noteAnswer(call, areConnected(tables, parties), isListed ? null : at)
  return {
    id: call.id,
    pbx: tables.pbx,
    direction: directionOf(tables, parties, call, before),
    queue: call.queue,
    agent: call.agent?.interface ?? null,
    from: first ? partyOf(tables, first) : (before?.from ?? NOBODY),
    to: peer ? partyOf(tables, peer) : first ? awaitedParty(first) : (before?.to ?? null),
    state,
    stateSince: before?.state === state ? before.stateSince : beganAt(tables, state, parties, isListed ? null : at),
    startedAt: call.startedAt,
    answeredAt: call.answeredAt,
    parkingSlot: parties.find((party) => party.slot !== null)?.slot ?? null,
    recording: recordingOf(tables, call),
    channels: [...call.channels].sort(),
  }
}

/** One recording that hears is enough. */
function recordingOf(tables: PbxTables, call: OpenCall): Call['recording'] {
  let found: Call['recording'] = null
  for (const uniqueid of call.channels) {
    const recording = tables.channels.get(uniqueid)?.recording ?? null
    if (recording === 'on') return recording
    found ??= recording
  }
  return found
}

/** A call is answered when its parties are first connected; that was before our time if a list shows them so. */
function noteAnswer(call: OpenCall, connected: boolean, at: number | null): void {
  if (connected && !call.connected) call.answeredAt ??= at
  call.connected = connected
}

/** A party that is up and alone talks to the PBX itself: a menu, a mailbox, an announcement. */
function stateOf(tables: PbxTables, parties: readonly Channel[]): CallState {
  if (parties.some((party) => isParked(tables, party))) return 'parked'
  if (areConnected(tables, parties)) return parties.some((party) => party.held) ? 'held' : 'talking'
  if (parties.some((party) => party.state === RINGING)) return 'ringing'
  return parties.length > 0 && parties.every((party) => party.state === UP) ? 'talking' : 'dialing'
}

/** Two in bridges (of one call: it may lead through a Local channel), or one in a conference. */
function areConnected(tables: PbxTables, parties: readonly Channel[]): boolean {
  let bridged = 0
  for (const { bridge } of parties) {
    const kind = bridge === null ? 'holding' : tables.bridges.get(bridge)?.kind
    if (kind === 'conference') return true
    if (kind !== 'holding' && kind !== 'parking') bridged++
  }
  return bridged >= 2
}

function beganAt(tables: PbxTables, state: CallState, parties: readonly Channel[], at: number | null): number | null {
  switch (state) {
    case 'waiting':
      return joinedAt(tables, parties) ?? at
    case 'parked':
      return parties.find((party) => party.slot !== null)?.parkedAt ?? at
    case 'ringing':
      return at ?? parties.find((party) => party.state === RINGING)?.startedAt ?? null
    case 'dialing':
      return at ?? parties[0]?.startedAt ?? null
    case 'talking':
    case 'held':
      return at
  }
}

function joinedAt(tables: PbxTables, parties: readonly Channel[]): number | null {
  for (const { uniqueid } of parties) {
    const caller = tables.callers.get(tables.waiting.get(uniqueid) ?? '')
    if (caller) return caller.joinedAt
  }
  return null
}

/**
 * AMI tells no trunks, so the house's own phones decide: the endpoints of queue members and of hints. Called from
 * elsewhere is inbound; from the house it is internal while everybody else is of the house, too, or a queue or the PBX
 * itself; else outbound. Once the first party is gone, what the call was stays.
 */
function directionOf(
  tables: PbxTables,
  parties: readonly Channel[],
  call: OpenCall,
  before: Call | undefined,
): CallDirection {
  const [first, ...others] = parties
  const known = before?.direction ?? 'unknown'
  if (tables.housePhones.size === 0 || !first) return known
  if (before?.from.channel && before.from.channel !== first.name && known !== 'unknown') return known
  if (!tables.housePhones.has(first.endpoint)) return 'inbound'
  if (others.some((party) => !tables.housePhones.has(party.endpoint))) return 'outbound'
  return others.length > 0 || call.queue !== null || first.state === UP ? 'internal' : 'unknown'
}
