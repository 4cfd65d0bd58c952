import type { DeviceState } from './member'

/** What a phone does, one icon, colour and word each; in the order in which they need somebody. */
export const PHONE_STATES = ['ringing', 'onCall', 'busy', 'onHold', 'ready', 'unavailable', 'unknown'] as const
export type PhoneState = (typeof PHONE_STATES)[number]

/** Bits of `Extension.status` (`enum ast_extension_states`, include/asterisk/pbx.h), in the order of `PHONE_STATES`. */
const BITS = [
  [8, 'ringing'],
  [1, 'onCall'],
  [2, 'busy'],
  [16, 'onHold'],
  [4, 'unavailable'],
] as const satisfies readonly (readonly [number, PhoneState])[]

const READY = ['ready'] as const
const UNKNOWN = ['unknown'] as const
const byStatus = new Map<number, readonly PhoneState[]>()

/** All that the bits say, what needs somebody most first; never empty, and the same list for the same bits. */
export function statesOfExtension(status: number): readonly PhoneState[] {
  // The hint is gone (−1 deactivated, −2 removed).
  if (status < 0) return UNKNOWN
  if (status === 0) return READY
  const known = byStatus.get(status)
  if (known) return known
  const states = BITS.filter(([bit]) => (status & bit) !== 0).map(([, state]) => state)
  const fresh = states.length === 0 ? UNKNOWN : states
  byStatus.set(status, fresh)
  return fresh
}

const BY_DEVICE: Readonly<Record<DeviceState, readonly PhoneState[]>> = {
  unknown: UNKNOWN,
  notInUse: READY,
  inUse: ['onCall'],
  busy: ['busy'],
  invalid: ['unavailable'],
  unavailable: ['unavailable'],
  ringing: ['ringing'],
  ringInUse: ['ringing', 'onCall'],
  onHold: ['onHold'],
}

/** The same of a device, for a phone that no hint watches. */
export function statesOfDevice(state: DeviceState): readonly PhoneState[] {
  return BY_DEVICE[state]
}
