import type { DeviceId, ExtensionId, PbxName } from './ids'
import type { DeviceState } from './member'
import type { Presence } from './presence'

/** An extension with a hint (`ExtensionStatus`). */
export type Extension = {
  id: ExtensionId
  pbx: PbxName
  exten: string
  context: string
  hint: string
  /** Asterisk's bit mask (include/asterisk/pbx.h): 0 idle, 1 in use, 2 busy, 4 unavailable, 8 ringing, 16 on hold; −1 no hint. */
  status: number
  /** `null`: the hint names no presence provider, or this PBX does not tell it. */
  presence: Presence | null
}

/** A device and its state (`DeviceStateChange`). */
export type Device = {
  id: DeviceId
  pbx: PbxName
  device: string
  state: DeviceState
}
