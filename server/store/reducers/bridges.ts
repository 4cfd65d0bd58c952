import type { BridgeKind } from '@/server/events/pbx-event'
import { unite } from './calls'
import { patchChannel, putChannel } from './channel-table'
import type { EventOf } from './reduce-context'
import type { Bridge, PbxTables } from './tables'

/** A channel enters a bridge: in one that makes a call, it joins the call of those who are there. */
export function enterBridge(tables: PbxTables, uniqueid: string, id: string, kind: BridgeKind | null): void {
  const channel = tables.channels.get(uniqueid)
  if (!channel) return
  if (channel.bridge !== id) leaveBridge(tables, uniqueid, channel.bridge)
  const bridge = bridgeAt(tables, id)
  bridge.kind = kind ?? bridge.kind
  bridge.channels.add(uniqueid)
  // Whoever talks again is parked no more: old versions do not name the channel when they unpark it.
  patchChannel(tables, uniqueid, bridge.kind === 'call' ? { bridge: id, slot: null, parkedAt: null } : { bridge: id })
  uniteBridge(tables, bridge)
}

export function leaveBridge(tables: PbxTables, uniqueid: string, id: string | null): void {
  if (id === null) return
  const bridge = tables.bridges.get(id)
  if (bridge?.channels.delete(uniqueid) && bridge.channels.size === 0) tables.bridges.delete(id)
  if (tables.channels.get(uniqueid)?.bridge === id) patchChannel(tables, uniqueid, { bridge: null })
}

function bridgeAt(tables: PbxTables, id: string): Bridge {
  let bridge = tables.bridges.get(id)
  if (!bridge) {
    bridge = { kind: null, channels: new Set() }
    tables.bridges.set(id, bridge)
  }
  return bridge
}

function uniteBridge(tables: PbxTables, bridge: Bridge): void {
  if (bridge.kind !== 'call') return
  const [first, ...others] = bridge.channels
  for (const other of others) if (first !== undefined) unite(tables, first, other)
}

export function bridgeListed(tables: PbxTables, event: EventOf<'bridgeListed'>): void {
  const bridge = tables.bridges.get(event.bridge)
  if (!bridge) return
  bridge.kind = event.kind
  uniteBridge(tables, bridge)
  // Whether a bridge connects people decides what their calls are.
  for (const uniqueid of bridge.channels) patchChannel(tables, uniqueid, {})
}

export function bridgeEntered(tables: PbxTables, event: EventOf<'bridgeEntered'>): void {
  const channel = putChannel(tables, event.channel, event.at)
  if (channel) enterBridge(tables, channel.uniqueid, event.bridge, event.kind)
}

export function bridgeLeft(tables: PbxTables, event: EventOf<'bridgeLeft'>): void {
  leaveBridge(tables, event.uniqueid, event.bridge)
}

export function bridgeDestroyed(tables: PbxTables, event: EventOf<'bridgeDestroyed'>): void {
  for (const uniqueid of [...(tables.bridges.get(event.bridge)?.channels ?? [])]) {
    leaveBridge(tables, uniqueid, event.bridge)
  }
}

/** Before Asterisk 12 pairs of channels were linked; a bridge of the two stands for that. */
export function linkChanged(tables: PbxTables, event: EventOf<'channelsLinked' | 'channelsUnlinked'>): void {
  const id = `${event.one}+${event.two}`
  for (const uniqueid of [event.one, event.two]) {
    if (event.type === 'channelsLinked') enterBridge(tables, uniqueid, id, 'call')
    else leaveBridge(tables, uniqueid, id)
  }
}
