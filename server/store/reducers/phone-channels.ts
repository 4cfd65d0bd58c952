import { isLocal } from '@/lib/domain/endpoint'
import type { PhoneChannel, PhoneChannelState } from '@/lib/domain/phone-channel'
import { awaitedParty, isParked, partiesOf, partyName, partyNumber } from './call-parties'
import type { Channel, OpenCall, PbxTables } from './tables'

const RINGING = 5
const UP = 6

/** Tells anew what goes on at the phones of a call. `at`: when it may have changed, `null`: not known. */
export function putPhoneChannels(tables: PbxTables, call: OpenCall, at: number | null): void {
  const parties = partiesOf(tables, call)
  for (const channel of parties) {
    const other = otherEndOf(tables, channel, parties)
    const awaited = other ? null : awaitedParty(channel)
    const state = stateOf(tables, channel, other)
    const known = tables.phoneChannels.get(channel.id)
    const otherNumber = other ? partyNumber(tables, other) : (awaited?.number ?? null)
    const otherName = other ? partyName(tables, other) : (awaited?.name ?? null)
    const told: PhoneChannel = {
      id: channel.id,
      pbx: tables.pbx,
      uniqueid: channel.uniqueid,
      endpoint: channel.phone,
      since: known?.state === state ? known.since : beganAt(channel, state, at),
      state,
      otherNumber,
      otherName,
      otherEndpoint: other?.phone ?? null,
      call: call.id,
    }
    // Most events of a call change nothing of this.
    if (known && tellsTheSame(known, told)) continue
    tables.phoneChannels.set(channel.id, told)
  }
}

function tellsTheSame(known: PhoneChannel, told: PhoneChannel): boolean {
  return (
    known.endpoint === told.endpoint &&
    known.state === told.state &&
    known.otherNumber === told.otherNumber &&
    known.otherName === told.otherName &&
    known.otherEndpoint === told.otherEndpoint &&
    known.call === told.call
  )
}

function beganAt({ parkedAt, startedAt }: Channel, state: PhoneChannelState, at: number | null): number | null {
  if (state === 'parked') return parkedAt ?? at
  return at ?? (state === 'ringing' || state === 'dialing' ? startedAt : null)
}

/** Who is up and alone talks to the PBX itself, unless somebody is being called for it. */
function stateOf(tables: PbxTables, channel: Channel, other: Channel | undefined): PhoneChannelState {
  if (isParked(tables, channel)) return 'parked'
  if (channel.state === RINGING) return 'ringing'
  if (channel.state !== UP) return 'dialing'
  if (connects(tables, channel)) return channel.held || other?.held ? 'held' : 'talking'
  return other && other.state !== UP ? 'dialing' : 'talking'
}

/** Is it in a bridge where people talk to each other? */
function connects(tables: PbxTables, { bridge }: Channel): boolean {
  if (bridge === null) return false
  const kind = tables.bridges.get(bridge)?.kind
  return kind !== 'holding' && kind !== 'parking'
}

/**
 * Whom it talks to, rings for or calls. Who waits in a queue has nobody yet, however many phones ring; in a conference
 * there are many, and each has a call of its own.
 */
function otherEndOf(tables: PbxTables, channel: Channel, parties: readonly Channel[]): Channel | undefined {
  if (parties.length < 2 || tables.waiting.has(channel.uniqueid)) return undefined
  const isConnected = connects(tables, channel)
  if (channel.bridge !== null && !isConnected) return undefined
  let best: Channel | undefined
  let nearest = 0
  for (const party of parties) {
    const rank = party === channel ? 0 : nearness(tables, channel, party, isConnected)
    if (rank > nearest) {
      best = party
      nearest = rank
    }
  }
  return best
}

/** 0: nothing to do with each other. */
function nearness(tables: PbxTables, channel: Channel, party: Channel, isConnected: boolean): number {
  if (isConnected) return party.bridge === channel.bridge ? 2 : connects(tables, party) ? 1 : 0
  if (party.dialledBy === channel.uniqueid || channel.dialledBy === party.uniqueid) return 3
  // Called through a Local channel, which stands between the two.
  if (channel.state === UP) return party.state !== UP && isLocalDial(tables, party) ? 1 : 0
  return party.state === UP ? 2 : party.state === RINGING ? 1 : 0
}

function isLocalDial(tables: PbxTables, { dialledBy }: Channel): boolean {
  const by = dialledBy === null ? undefined : tables.channels.get(dialledBy)
  return by !== undefined && isLocal(by.name)
}
