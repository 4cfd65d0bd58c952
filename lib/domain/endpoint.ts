type PhoneName = { pbx: string; interface: string }

/**
 * What a channel and the phone behind it have in common: `PJSIP/101-0000000a` and the interface `PJSIP/101` are both
 * `pjsip/101`, `Local/124@agents-00000000;1` and `Local/124@agents/n` both `local/124@agents`.
 */
export function endpointOfChannel(channelName: string): string {
  return phoneOfChannel(channelName).toLowerCase()
}

/** The same as Asterisk writes it: `PJSIP/101`. */
export function phoneOfChannel(channelName: string): string {
  const dash = channelName.lastIndexOf('-')
  return dash > 0 ? channelName.slice(0, dash) : channelName
}

/** The endpoint of a queue member's interface or of a device in a hint. Options of Local channels are left out. */
export function endpointOfInterface(name: string): string {
  const folded = name.toLowerCase()
  if (!folded.startsWith('local/')) return folded
  const options = folded.indexOf('/', folded.indexOf('@'))
  return options > 0 ? folded.slice(0, options) : folded
}

/** Are these the same phone of the same PBX? Asterisk compares interfaces without case (app_queue.c, `interface_exists`). */
export function samePhone(one: PhoneName, other: PhoneName): boolean {
  return one.pbx === other.pbx && sameInterface(one.interface, other.interface)
}

export function sameInterface(one: string, other: string): boolean {
  return endpointOfInterface(one) === endpointOfInterface(other)
}

/** Devices that a hint watches: `PJSIP/101&Custom:dnd101,CustomPresence:anna` has two before its presence. */
export function devicesOfHint(hint: string): string[] {
  const devices = hint.split(',', 1)[0] ?? ''
  return devices.split('&').filter(Boolean)
}

/** The same as endpoints. */
export function endpointsOfHint(hint: string): string[] {
  return devicesOfHint(hint).map(endpointOfInterface)
}

/** A half of a Local channel: a wire between two parts of a call, never a party. */
export function isLocal(channelName: string): boolean {
  return channelName.startsWith('Local/')
}

/** Technologies of Asterisk's own channels (`AST_CHAN_TP_INTERNAL`), which CoreShowChannels hides as well. */
const INTERNAL = ['CBAnn/', 'CBRec/', 'Announcer/', 'Recorder/', 'Surrogate/', 'Message/', 'ParkAnn/']

export function isInternal(channelName: string): boolean {
  return INTERNAL.some((technology) => channelName.startsWith(technology))
}
