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

/** A phone's state changes: its hint, its device and each of its memberships tell. */
export function setDevice(pbx: Pbx, phone: Phone, state: DeviceState): void {
  if (phone.state === state) return
  phone.state = state
  const { status, text } = extensionStatus(state)
  pbx.emit('call', 'ExtensionStatus', () => [
    ['Exten', phone.extension],
    ['Context', HINT_CONTEXT],
    ['Hint', phone.device],
    ['Status', status],
    ['StatusText', text],
  ])
  tellDevice(pbx, phone.device, state)
  for (const member of phone.members) pbx.emit('agent', 'QueueMemberStatus', () => memberHeaders(member))
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
