import type { AmiMessage } from '@/server/ami/types'
import { channelOf, LOCAL_ONE, LOCAL_TWO, SUBJECT } from './channel-snapshot'
import type { BridgeKind, PbxEvent } from './pbx-event'
import type { Readers } from './reader'

function kindOf(message: AmiMessage): BridgeKind {
  if (message.get('BridgeType') === 'parking') return 'parking'
  if (message.get('BridgeTechnology') === 'holding_bridge') return 'holding'
  return message.get('BridgeCreator') === 'ConfBridge' ? 'conference' : 'call'
}

function listed(message: AmiMessage, at: number): PbxEvent | null {
  const bridge = message.get('BridgeUniqueid')
  return bridge ? { type: 'bridgeListed', at, bridge, kind: kindOf(message) } : null
}

function entered(message: AmiMessage, at: number): PbxEvent | null {
  const bridge = message.get('BridgeUniqueid')
  const channel = channelOf(message, SUBJECT)
  if (!bridge || !channel) return null
  const swapUniqueid = message.get('SwapUniqueid') ?? null
  return { type: 'bridgeEntered', at, bridge, kind: kindOf(message), channel, swapUniqueid }
}

function left(message: AmiMessage, at: number): PbxEvent | null {
  const bridge = message.get('BridgeUniqueid')
  const uniqueid = message.get('Uniqueid')
  return bridge && uniqueid ? { type: 'bridgeLeft', at, bridge, uniqueid } : null
}

function destroyed(message: AmiMessage, at: number): PbxEvent | null {
  const bridge = message.get('BridgeUniqueid')
  return bridge ? { type: 'bridgeDestroyed', at, bridge } : null
}

function localBridged(message: AmiMessage, at: number): PbxEvent | null {
  const one = channelOf(message, LOCAL_ONE)
  const two = channelOf(message, LOCAL_TWO)
  return one && two ? { type: 'localBridged', at, one, two } : null
}

/** Up to 11: `Bridge` with `Bridgestate: Link`, and `Unlink`. */
function linkedWith(type: 'channelsLinked' | 'channelsUnlinked') {
  return (message: AmiMessage, at: number): PbxEvent | null => {
    const one = message.get('Uniqueid1')
    const two = message.get('Uniqueid2')
    return one && two ? { type, at, one, two } : null
  }
}

export const bridgeReaders: Readers = {
  BridgeListItem: listed,
  BridgeEnter: entered,
  BridgeLeave: left,
  BridgeDestroy: destroyed,
  LocalBridge: localBridged,
  // Up to 11.
  Bridge: linkedWith('channelsLinked'),
  Unlink: linkedWith('channelsUnlinked'),
}
