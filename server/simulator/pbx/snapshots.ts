import type { Header } from '../ami/message'
import { type Bridge, CHANNEL_STATES, type Channel, DEVICE_STATES, type Member } from './records'

/** What Asterisk does to names in channel fields only (main/manager_channels.c, `ast_escape_c_alloc`). */
function escapeC(text: string): string {
  return text.replace(/['"\\\t]/g, (sign) => (sign === '\t' ? '\\t' : `\\${sign}`))
}

const orUnknown = (text: string) => text || '<unknown>'

/** The fields of a channel, in Asterisk's order, with a prefix such as `Dest`. */
export function channelHeaders(channel: Channel, prefix = ''): Header[] {
  return [
    [`${prefix}Channel`, channel.name],
    [`${prefix}ChannelState`, CHANNEL_STATES[channel.state]],
    [`${prefix}ChannelStateDesc`, channel.state],
    [`${prefix}CallerIDNum`, orUnknown(channel.caller.number)],
    [`${prefix}CallerIDName`, orUnknown(escapeC(channel.caller.name))],
    [`${prefix}ConnectedLineNum`, orUnknown(channel.connected.number)],
    [`${prefix}ConnectedLineName`, orUnknown(escapeC(channel.connected.name))],
    [`${prefix}Language`, 'en'],
    [`${prefix}AccountCode`, ''],
    [`${prefix}Context`, channel.context],
    [`${prefix}Exten`, channel.exten],
    [`${prefix}Priority`, channel.priority],
    [`${prefix}Uniqueid`, channel.uniqueid],
    [`${prefix}Linkedid`, channel.linkedid],
  ]
}

export function bridgeHeaders(bridge: Bridge, prefix = ''): Header[] {
  return [
    [`${prefix}BridgeUniqueid`, bridge.id],
    [`${prefix}BridgeType`, bridge.sort.type],
    [`${prefix}BridgeTechnology`, bridge.sort.technology],
    [`${prefix}BridgeCreator`, bridge.sort.creator],
    [`${prefix}BridgeName`, bridge.sort.name],
    [`${prefix}BridgeNumChannels`, bridge.channels.length],
    [`${prefix}BridgeVideoSourceMode`, 'none'],
  ]
}

/** What events and the list of `QueueStatus` say alike, after the member's names. */
function memberFigures(member: Member): Header[] {
  return [
    ['StateInterface', member.phone.device],
    ['Membership', member.membership],
    ['Penalty', member.penalty],
    ['CallsTaken', member.callsTaken],
    ['LastCall', member.lastCall],
    ['LastPause', member.lastPause],
    ['LoginTime', member.loginTime],
    ['InCall', member.inCall ? 1 : 0],
    ['Status', DEVICE_STATES[member.phone.state]],
    ['Paused', member.paused ? 1 : 0],
    ['PausedReason', member.pausedReason],
  ]
}

/** A member in events: `MemberName`, `Interface`. */
export function memberHeaders(member: Member): Header[] {
  return [
    ['Queue', member.queue.name],
    ['MemberName', member.name],
    ['Interface', member.interface],
    ...memberFigures(member),
    ['Ringinuse', member.ringInUse ? 1 : 0],
    ['Wrapuptime', 0],
  ]
}

/** A member in `QueueStatus`: the same under the names `Name` and `Location`, without `Ringinuse`. */
export function memberItem(member: Member): Header[] {
  return [
    ['Queue', member.queue.name],
    ['Name', member.name],
    ['Location', member.interface],
    ...memberFigures(member),
    ['Wrapuptime', 0],
  ]
}
