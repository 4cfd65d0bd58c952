import type { DeviceState } from '@/lib/domain/member'
import type { AmiMessage } from '@/server/ami/types'
import type { PbxEvent } from './pbx-event'
import type { Readers } from './reader'
import { flagOf, numberOf } from './values'

function extension(message: AmiMessage, at: number): PbxEvent | null {
  const exten = message.get('Exten')
  const status = numberOf(message, 'Status')
  if (!exten || status === undefined) return null
  const context = message.get('Context') ?? ''
  return { type: 'extensionPut', at, exten, context, hint: message.get('Hint') || null, status }
}

/** Names of main/devicestate.c, `ast_devstate_str`. */
const DEVICE_STATE_WORDS: ReadonlyMap<string, DeviceState> = new Map(
  Object.entries({
    UNKNOWN: 'unknown',
    NOT_INUSE: 'notInUse',
    INUSE: 'inUse',
    BUSY: 'busy',
    INVALID: 'invalid',
    UNAVAILABLE: 'unavailable',
    RINGING: 'ringing',
    RINGINUSE: 'ringInUse',
    ONHOLD: 'onHold',
  } as const),
)

function device(message: AmiMessage, at: number): PbxEvent | null {
  const name = message.get('Device')
  if (!name) return null
  return { type: 'devicePut', at, device: name, state: DEVICE_STATE_WORDS.get(message.get('State') ?? '') ?? 'unknown' }
}

function booted(message: AmiMessage, at: number): PbxEvent {
  return { type: 'booted', at, uptimeSeconds: numberOf(message, 'Uptime') ?? null }
}

function reloaded(message: AmiMessage, at: number): PbxEvent {
  return { type: 'reloaded', at, module: message.get('Module') ?? 'All' }
}

function shutdown(message: AmiMessage, at: number): PbxEvent {
  // `True` of 12 and later is not among Asterisk's usual words for yes.
  return { type: 'shutdown', at, restart: message.get('Restart') === 'True' || flagOf(message, 'Restart') === true }
}

export const systemReaders: Readers = {
  ExtensionStatus: extension,
  DeviceStateChange: device,
  FullyBooted: booted,
  Reload: reloaded,
  Shutdown: shutdown,
}
