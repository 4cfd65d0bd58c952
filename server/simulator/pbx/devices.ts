import { tellContact, tellPeer } from './contacts'
import type { Pbx } from './pbx'
import type { DeviceState, Phone, Queue } from './records'
import { memberHeaders } from './snapshots'

export const HINT_CONTEXT = 'internal'

/** What a hint makes of its device: the bit mask and its word (include/asterisk/pbx.h, main/pbx.c). */
export function extensionStatus(state: DeviceState): { status: number; text: string } {
  switch (state) {
    case 'INUSE':
      return { status: 1, text: 'InUse' }
    case 'BUSY':
      return { status: 2, text: 'Busy' }
    case 'RINGING':
      return { status: 8, text: 'Ringing' }
    case 'RINGINUSE':
      return { status: 9, text: 'InUse&Ringing' }
    case 'ONHOLD':
      return { status: 16, text: 'Hold' }
    case 'UNAVAILABLE':
    case 'INVALID':
      return { status: 4, text: 'Unavailable' }
    case 'NOT_INUSE':
    case 'UNKNOWN':
      return { status: 0, text: 'Idle' }
  }
}

/** As lists of PJSIP name a device's state (main/devicestate.c, `ast_devstate2str`). */
export function stateInWords(state: DeviceState): string {
  return STATE_WORDS[state]
}

const STATE_WORDS: Readonly<Record<DeviceState, string>> = {
  UNKNOWN: 'Unknown',
  NOT_INUSE: 'Not in use',
  INUSE: 'In use',
  BUSY: 'Busy',
  INVALID: 'Invalid',
  UNAVAILABLE: 'Unavailable',
  RINGING: 'Ringing',
  RINGINUSE: 'Ring+Inuse',
  ONHOLD: 'On Hold',
}

/** A phone's state changes: its hint, its device and each of its memberships tell. */
export function setDevice(pbx: Pbx, phone: Phone, state: DeviceState): void {
  if (phone.state === state) return
  const reach = reachOf(state)
  const endpoint = pbx.endpoints.get(phone.device)
  const moved = endpoint !== undefined && endpoint.reach !== reach
  phone.state = state
  if (moved) {
    endpoint.reach = reach
    tellPeer(pbx, endpoint, reach)
  }
  const { status, text } = extensionStatus(state)
  pbx.emit('call', 'ExtensionStatus', () => [
    ['Exten', phone.extension],
    ['Context', HINT_CONTEXT],
    ['Hint', hintOf(phone)],
    ['Status', status],
    ['StatusText', text],
  ])
  tellDevice(pbx, phone.device, state)
  if (moved) tellContact(pbx, endpoint)
  for (const member of phone.members) pbx.emit('agent', 'QueueMemberStatus', () => memberHeaders(member))
}

/** A phone that is out of reach is not available. */
function reachOf(state: DeviceState): 'Reachable' | 'Unreachable' {
  return state === 'UNAVAILABLE' ? 'Unreachable' : 'Reachable'
}

/** The hint of a phone: its device, and its presence if it has one. */
export function hintOf({ device, presentity }: Phone): string {
  return presentity === null ? device : `${device},${presentity}`
}

export function tellDevice(pbx: Pbx, device: string, state: DeviceState): void {
  pbx.emit('call', 'DeviceStateChange', () => [
    ['Device', device],
    ['State', state],
  ])
}

/** A queue is a device too: it rings while somebody waits (app_queue.c, `insert_entry`, `leave_queue`). */
export function queueDeviceState(queue: Queue): DeviceState {
  return queue.waiting.length > 0 ? 'RINGING' : 'NOT_INUSE'
}
