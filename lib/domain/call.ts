import type { CallId, PbxName, QueueId } from './ids'

export type CallDirection = 'inbound' | 'outbound' | 'internal' | 'unknown'
export type CallState = 'dialing' | 'waiting' | 'ringing' | 'talking' | 'held' | 'parked'

export type CallParty = {
  number: string | null
  name: string | null
  /** Channel name, such as `PJSIP/101-0000000a`; `null` before there is one. */
  channel: string | null
}

/** Channels folded into what people call one call: by Linkedid, bridges and the halves of Local channels. */
export type Call = {
  id: CallId
  pbx: PbxName
  direction: CallDirection
  /** The queue it came through, once it entered one. */
  queue: QueueId | null
  /** Interface of the agent whom the queue connected. */
  agent: string | null
  from: CallParty
  to: CallParty | null
  state: CallState
  /** Moments in ms since 1970; `null`: not yet, or before we looked. */
  stateSince: number | null
  startedAt: number
  answeredAt: number | null
  parkingSlot: string | null
  /** As far as we saw it begin (MixMonitor, Monitor): recorded, or recorded with silence. */
  recording: 'on' | 'muted' | null
  /** Uniqueids of every channel of the call, sorted. */
  channels: readonly string[]
}
