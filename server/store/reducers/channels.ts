import { endpointOfChannel, phoneOfChannel } from '@/lib/domain/endpoint'
import { agentHungUp } from './agent-calls'
import { enterBridge, leaveBridge } from './bridges'
import { removeCaller } from './callers'
import { cameThrough, removeFromCall, unite } from './calls'
import { patchChannel, putChannel, setChannel, vacate } from './channel-table'
import { guestLeft } from './guests'
import { refreshPhone } from './member-activity'
import type { EventOf } from './reduce-context'
import type { PbxTables } from './tables'

/** How many ended channels are remembered, against events that trail their end. */
const GONE_KEPT = 1_000

export function channelPut(tables: PbxTables, event: EventOf<'channelPut'>): void {
  putChannel(tables, event.channel, event.at)
}

export function channelListed(tables: PbxTables, event: EventOf<'channelListed'>): void {
  const channel = putChannel(tables, event.channel, event.at - event.seconds * 1000)
  if (!channel) return
  if (event.bridge === null) leaveBridge(tables, channel.uniqueid, channel.bridge)
  else enterBridge(tables, channel.uniqueid, event.bridge, tables.bridges.get(event.bridge)?.kind ?? null)
  if (event.queue !== undefined) cameThrough(tables, channel.uniqueid, tables.ids.queue(event.queue))
}

export function channelRenamed(tables: PbxTables, event: EventOf<'channelRenamed'>): void {
  const { uniqueid, name } = event
  patchChannel(tables, uniqueid, { name, phone: phoneOfChannel(name), endpoint: endpointOfChannel(name) })
}

export function channelHungUp(tables: PbxTables, event: EventOf<'channelHungUp'>): void {
  const { uniqueid, at } = event
  remember(tables, uniqueid)
  const channel = tables.channels.get(uniqueid)
  const caller = tables.waiting.get(uniqueid)
  // Asterisk tells the leaving first; whoever hung up waits no more in any case.
  if (caller) removeCaller(tables, caller, at)
  if (!channel) return
  leaveBridge(tables, uniqueid, channel.bridge)
  agentHungUp(tables, channel, at)
  tables.channels.delete(uniqueid)
  tables.phoneChannels.delete(channel.id)
  vacate(tables, channel)
  removeFromCall(tables, uniqueid)
  guestLeft(tables, uniqueid)
  if (channel.held) refreshPhone(tables, channel.endpoint, at)
}

function remember(tables: PbxTables, uniqueid: string): void {
  const { goneChannels } = tables
  goneChannels.add(uniqueid)
  if (goneChannels.size <= GONE_KEPT) return
  const [oldest] = goneChannels
  if (oldest !== undefined) goneChannels.delete(oldest)
}

export function holdChanged(tables: PbxTables, event: EventOf<'held' | 'unheld'>): void {
  const channel = tables.channels.get(event.uniqueid)
  if (!channel) return
  setChannel(tables, { ...channel, held: event.type === 'held' })
  refreshPhone(tables, channel.endpoint, event.at)
}

export function dialBegan(tables: PbxTables, event: EventOf<'dialBegan'>): void {
  const caller = event.caller && putChannel(tables, event.caller, event.at)
  const callee = putChannel(tables, event.callee, event.at)
  if (!caller || !callee) return
  patchChannel(tables, callee.uniqueid, { dialledBy: caller.uniqueid })
  unite(tables, caller.uniqueid, callee.uniqueid)
}

export function localBridged(tables: PbxTables, event: EventOf<'localBridged'>): void {
  const one = putChannel(tables, event.one, event.at)
  const two = putChannel(tables, event.two, event.at)
  if (!one || !two) return
  patchChannel(tables, one.uniqueid, { otherHalf: two.uniqueid })
  patchChannel(tables, two.uniqueid, { otherHalf: one.uniqueid })
  unite(tables, one.uniqueid, two.uniqueid)
}

/** A channel may be recorded more than once; the first end is taken for all, as Asterisk does not number them. */
export function recordingChanged(
  tables: PbxTables,
  event: EventOf<'recordingStarted' | 'recordingStopped' | 'recordingMuted'>,
): void {
  const recording =
    event.type === 'recordingStopped' ? null : event.type === 'recordingMuted' && event.muted ? 'muted' : 'on'
  patchChannel(tables, event.uniqueid, { recording })
}
