import type { Header } from '../ami/message'
import { freeLine, takeLine } from './lines'
import type { Pbx } from './pbx'
import type { Bridge, BridgeSort, Channel, ChannelState } from './records'
import { bridgeHeaders, channelHeaders } from './snapshots'

/** Texts of the causes that happen here (main/channel.c, `ast_cause2str`). */
const CAUSES: Readonly<Record<number, string>> = {
  0: 'Unknown',
  16: 'Normal Clearing',
  17: 'User busy',
  19: 'User alerting, no answer',
  26: 'Answered elsewhere',
}

/** Tells of one channel: its snapshot, then what belongs to this event only. */
export function tell(pbx: Pbx, name: string, channel: Channel, ...more: Header[]): void {
  pbx.emit('call', name, () => [...channelHeaders(channel), ...more])
}

export function announce(pbx: Pbx, channel: Channel, state: ChannelState): void {
  channel.state = state
  tell(pbx, 'Newchannel', channel)
  takeLine(pbx, channel)
}

export function setState(pbx: Pbx, channel: Channel, state: ChannelState): void {
  channel.state = state
  tell(pbx, 'Newstate', channel)
}

/** `DialBegin`, `DialState` and `DialEnd` name who dials (`null`: the PBX itself) and who is dialled. */
export function tellDial(pbx: Pbx, name: string, from: Channel | null, to: Channel, last: Header): void {
  pbx.emit('call', name, () => [...(from ? channelHeaders(from) : []), ...channelHeaders(to, 'Dest'), last])
}

const BASIC: BridgeSort = { type: 'basic', technology: 'simple_bridge', creator: '<unknown>', name: '<unknown>' }

export function createBridge(pbx: Pbx, sort: BridgeSort = BASIC): Bridge {
  const bridge: Bridge = { id: pbx.createId(), channels: [], sort }
  pbx.bridges.add(bridge)
  pbx.emit('call', 'BridgeCreate', () => bridgeHeaders(bridge))
  return bridge
}

export function enterBridge(pbx: Pbx, bridge: Bridge, channel: Channel): void {
  bridge.channels.push(channel)
  channel.bridge = bridge
  pbx.emit('call', 'BridgeEnter', () => [...bridgeHeaders(bridge), ...channelHeaders(channel)])
}

export function leaveBridge(pbx: Pbx, channel: Channel): void {
  const { bridge } = channel
  if (!bridge) return
  bridge.channels = bridge.channels.filter((other) => other !== channel)
  channel.bridge = null
  pbx.emit('call', 'BridgeLeave', () => [...bridgeHeaders(bridge), ...channelHeaders(channel)])
}

export function destroyBridge(pbx: Pbx, bridge: Bridge): void {
  pbx.bridges.delete(bridge)
  pbx.emit('call', 'BridgeDestroy', () => bridgeHeaders(bridge))
}

/** The phone at this end asks to end the call: `HangupRequest` names the channel that asked. */
export function requestHangup(pbx: Pbx, channel: Channel, cause?: number): void {
  tell(pbx, 'HangupRequest', channel, ...(cause === undefined ? [] : ([['Cause', cause]] as const)))
}

/** The channel is gone. */
export function hangUp(pbx: Pbx, channel: Channel, cause: number): void {
  pbx.channels.delete(channel.name)
  channel.onHangup = null
  channel.role = null
  for (const gone of [...channel.onGone]) gone()
  channel.onGone.clear()
  tell(pbx, 'Hangup', channel, ['Cause', cause], ['Cause-txt', CAUSES[cause] ?? 'Unknown'])
  freeLine(pbx, channel)
}
