import type { Call } from '@/lib/domain/call'
import type { CallerId, CallId, MemberId, PbxName, PhoneChannelId, QueueId } from '@/lib/domain/ids'
import type { BridgeKind, PartyFields } from '@/server/events/pbx-event'
import { emptySourceTables, type SourceTables } from '../source-tables'
import { Ids } from './ids'
import { IndexSets } from './index-sets'
import { createLineTables, type LineTables } from './line-tables'
import { createRoomTables, type RoomTables } from './room-tables'

/** A channel as the reducers know it; records are replaced, never changed in place. */
export type Channel = {
  readonly id: PhoneChannelId
  readonly uniqueid: string
  readonly linkedid: string
  readonly name: string
  /** Its endpoint, as written in its name and in small letters: `PJSIP/101`, `pjsip/101`. */
  readonly phone: string
  readonly endpoint: string
  /** Asterisk's channel state: 6 is up. */
  readonly state: number
  readonly caller: PartyFields
  readonly connected: PartyFields
  /** The number it dialled first: later steps of the dialplan say `s`, menu choices and the like. */
  readonly dialled: string | null
  readonly startedAt: number
  /** Asterisk numbers channels as it makes them (the last part of a Uniqueid): the order within one second. */
  readonly serial: number
  /** Bridge it is in, by id. */
  readonly bridge: string | null
  /** Its own phone put the call on hold. */
  readonly held: boolean
  /** Parking space, and since when. */
  readonly slot: string | null
  readonly parkedAt: number | null
  /** Uniqueid of the channel that dialled it. */
  readonly dialledBy: string | null
  /** It took a call for which another phone rang. */
  readonly pickedUp: boolean
  /** Uniqueid of the other half of a Local channel. */
  readonly otherHalf: string | null
  readonly recording: Call['recording']
}

export type Bridge = { kind: BridgeKind | null; readonly channels: Set<string> }

/** A call while it lasts: the channels folded into it, and what they do not tell themselves. */
export type OpenCall = {
  readonly id: CallId
  readonly key: string
  readonly channels: Set<string>
  /** Linkedids that lead to this call. */
  readonly linkedids: Set<string>
  startedAt: number
  answeredAt: number | null
  /** Were its parties connected when its record was last made? */
  connected: boolean
  queue: QueueId | null
  /** The agent whom the queue connected, until that agent's channel leaves. */
  agent: { interface: string; uniqueid: string | null } | null
}

/** A call that a queue gave to a member, from AgentConnect to AgentComplete. */
export type AgentCall = {
  readonly callerUniqueid: string | null
  /** The agent's channel; `null`: not known. Optimising a Local channel away moves it on. */
  agentUniqueid: string | null
  readonly connectedAt: number
  /** The member's calls before this one. */
  readonly callsTaken: number
  /** False once the agent's channel has left, though Asterisk reports the end later (Redirect, Park), or where another took it. */
  talking: boolean
  /** Asterisk has counted it for this member, or never will. */
  isCounted: boolean
}

/** All that is known of one PBX: the families that go out, and what reducers need to tell them. */
export type PbxTables = SourceTables &
  RoomTables &
  LineTables & {
    readonly pbx: PbxName
    readonly ids: Ids
    readonly channels: Map<string, Channel>
    readonly bridges: Map<string, Bridge>
    readonly openCalls: Map<string, OpenCall>
    /** Key of the call by Uniqueid of the channel, and by Linkedid. */
    readonly callOfChannel: Map<string, string>
    readonly callOfLinkedid: Map<string, string>
    /** Calls touched by the event being reduced: their records are made anew at its end. */
    readonly touchedCalls: Set<string>
    /** Channels that hung up lately: an event that overtook or trails their end must not raise them again. */
    readonly goneChannels: Set<string>
    readonly channelsByEndpoint: IndexSets<string, string>
    readonly membersByEndpoint: IndexSets<string, MemberId>
    readonly membersByQueue: IndexSets<QueueId, MemberId>
    readonly callersByQueue: IndexSets<QueueId, CallerId>
    /** Callers by Uniqueid of their channel. */
    readonly waiting: Map<string, CallerId>
    readonly agentCalls: Map<MemberId, AgentCall[]>
    /** Endpoints of members and hints: the phones of the house. */
    readonly housePhones: Set<string>
    /** Numbers of the house's phones, by endpoint, as hints tell them. */
    readonly numberOfPhone: Map<string, string>
    /** When the PBX started, in ms since 1970, if it said so. */
    bootedAt: number | null
  }

export function createPbxTables(pbx: PbxName): PbxTables {
  return {
    pbx,
    ids: new Ids(pbx),
    ...emptySourceTables(),
    ...createRoomTables(),
    ...createLineTables(),
    channels: new Map(),
    bridges: new Map(),
    openCalls: new Map(),
    callOfChannel: new Map(),
    callOfLinkedid: new Map(),
    touchedCalls: new Set(),
    goneChannels: new Set(),
    channelsByEndpoint: new IndexSets(),
    membersByEndpoint: new IndexSets(),
    membersByQueue: new IndexSets(),
    callersByQueue: new IndexSets(),
    waiting: new Map(),
    agentCalls: new Map(),
    housePhones: new Set(),
    numberOfPhone: new Map(),
    bootedAt: null,
  }
}
