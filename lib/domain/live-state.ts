import type { Call } from './call'
import type { Caller } from './caller'
import type { Device, Extension } from './extension'
import type { Member } from './member'
import type { Queue } from './queue'
import type { Trend } from './trend'

/** Record families that cross the wire: what a name stands for. */
export type Families = {
  queues: Queue
  members: Member
  callers: Caller
  calls: Call
  extensions: Extension
  devices: Device
  trends: Trend
}
export type Family = keyof Families
export const FAMILIES = [
  'queues',
  'members',
  'callers',
  'calls',
  'extensions',
  'devices',
  'trends',
] as const satisfies readonly Family[]

/** The whole live picture as plain data, each family by id. */
export type LiveState = { [F in Family]: Record<string, Families[F]> }

export function emptyLiveState(): LiveState {
  return { queues: {}, members: {}, callers: {}, calls: {}, extensions: {}, devices: {}, trends: {} }
}
