import { endpointOfChannel, isInternal, phoneOfChannel } from '@/lib/domain/endpoint'
import { phoneChannelId } from '@/lib/domain/ids'
import type { ChannelFields } from '@/server/events/pbx-event'
import { addToCall, touchCallOf } from './calls'
import { touchLine } from './line-tables'
import type { Channel, PbxTables } from './tables'

/** Brings a channel up to date, or makes it known; `null` for Asterisk's own and for those that ended already. */
export function putChannel(tables: PbxTables, said: ChannelFields, startedAt: number): Channel | null {
  const known = tables.channels.get(said.uniqueid)
  if (known) return refresh(tables, known, said)
  if (isInternal(said.name) || tables.goneChannels.has(said.uniqueid)) return null
  const channel: Channel = {
    id: phoneChannelId(tables.pbx, said.uniqueid),
    uniqueid: said.uniqueid,
    linkedid: said.linkedid,
    name: said.name,
    phone: phoneOfChannel(said.name),
    endpoint: endpointOfChannel(said.name),
    state: said.state ?? 0,
    caller: said.caller,
    connected: said.connected,
    dialled: dialledNumber(said.exten),
    startedAt,
    serial: Number(said.uniqueid.slice(said.uniqueid.lastIndexOf('.') + 1)) || 0,
    bridge: null,
    held: false,
    slot: null,
    parkedAt: null,
    dialledBy: null,
    pickedUp: false,
    otherHalf: null,
    recording: null,
  }
  tables.channels.set(channel.uniqueid, channel)
  occupy(tables, channel)
  addToCall(tables, channel)
  return channel
}

function refresh(tables: PbxTables, known: Channel, said: ChannelFields): Channel {
  // Most snapshots tell nothing new: they come along with every event of a channel.
  if (tellsNothing(known, said)) return known
  const name = said.name || known.name
  const isRenamed = name !== known.name
  const channel: Channel = {
    ...known,
    linkedid: said.linkedid,
    name,
    phone: isRenamed ? phoneOfChannel(name) : known.phone,
    endpoint: isRenamed ? endpointOfChannel(name) : known.endpoint,
    state: said.state ?? known.state,
    caller: sameParty(known.caller, said.caller) ? known.caller : said.caller,
    connected: sameParty(known.connected, said.connected) ? known.connected : said.connected,
    dialled: known.dialled ?? dialledNumber(said.exten),
  }
  setChannel(tables, channel)
  if (channel.linkedid !== known.linkedid) addToCall(tables, channel)
  return channel
}

function tellsNothing(known: Channel, said: ChannelFields): boolean {
  return (
    known.linkedid === said.linkedid &&
    (said.name === '' || known.name === said.name) &&
    (said.state === null || known.state === said.state) &&
    sameParty(known.caller, said.caller) &&
    sameParty(known.connected, said.connected) &&
    (known.dialled !== null || dialledNumber(said.exten) === null)
  )
}

function sameParty(one: Channel['caller'], other: Channel['caller']): boolean {
  return one.number === other.number && one.name === other.name
}

/** Extensions that the dialplan uses for itself (pbx.c) are no numbers that somebody dialled. */
function dialledNumber(exten: string | null): string | null {
  return exten === null || (exten.length === 1 && 'shitTeo'.includes(exten)) ? null : exten
}

/** Puts a changed record in the place of a known one. */
export function setChannel(tables: PbxTables, channel: Channel): void {
  const known = tables.channels.get(channel.uniqueid)
  if (known && known.endpoint !== channel.endpoint) {
    vacate(tables, known)
    occupy(tables, channel)
  }
  tables.channels.set(channel.uniqueid, channel)
  touchCallOf(tables, channel.uniqueid)
}

/** Changes some fields of a channel; an unknown one is ignored. */
export function patchChannel(tables: PbxTables, uniqueid: string, fields: Partial<Channel>): void {
  const known = tables.channels.get(uniqueid)
  if (known) setChannel(tables, { ...known, ...fields })
}

/** A channel of an endpoint is in use, or no more. */
function occupy(tables: PbxTables, { endpoint, uniqueid }: Channel): void {
  tables.channelsByEndpoint.add(endpoint, uniqueid)
  touchLine(tables, endpoint)
}

export function vacate(tables: PbxTables, { endpoint, uniqueid }: Channel): void {
  tables.channelsByEndpoint.delete(endpoint, uniqueid)
  touchLine(tables, endpoint)
}
