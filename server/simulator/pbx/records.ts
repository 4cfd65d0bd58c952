/** A telephone and the person at it. */
export type Phone = {
  extension: string
  /** `PJSIP/201`: device, interface and the start of its channels' names. */
  device: string
  person: string
  state: DeviceState
  /** Ringing or in a call. */
  channel: Channel | null
  /** When the last call ended, in seconds since 1970; 0: none yet. */
  lastCall: number
  members: Member[]
  /** Who tells of their presence here, such as `CustomPresence:401`. */
  presentity: string | null
}

/** Asterisk's names of device states in `DeviceStateChange`, and the numbers in `Status` of a member. */
export const DEVICE_STATES = {
  UNKNOWN: 0,
  NOT_INUSE: 1,
  INUSE: 2,
  BUSY: 3,
  INVALID: 4,
  UNAVAILABLE: 5,
  RINGING: 6,
  RINGINUSE: 7,
  ONHOLD: 8,
} as const
export type DeviceState = keyof typeof DEVICE_STATES

/** One agent in one queue; all moments in seconds since 1970, 0 is "never". */
export type Member = {
  queue: Queue
  phone: Phone
  name: string
  interface: string
  membership: 'static' | 'dynamic'
  penalty: number
  callsTaken: number
  lastCall: number
  lastPause: number
  loginTime: number
  inCall: boolean
  paused: boolean
  pausedReason: string
  ringInUse: boolean
}

export type Queue = {
  name: string
  strategy: 'ringall' | 'leastrecent' | 'rrmemory'
  max: number
  weight: number
  /** Threshold of the service level, in seconds. */
  serviceLevel: number
  wrapUpSeconds: number
  members: Member[]
  waiting: Visit[]
  completed: number
  abandoned: number
  completedInLevel: number
  abandonedInLevel: number
  holdTime: number
  talkTime: number
}

/** States of a channel (include/asterisk/channelstate.h). */
export const CHANNEL_STATES = { Down: 0, Ring: 4, Ringing: 5, Up: 6 } as const
export type ChannelState = keyof typeof CHANNEL_STATES

export type Party = { number: string; name: string }

export type Channel = {
  name: string
  state: ChannelState
  caller: Party
  connected: Party
  context: string
  exten: string
  priority: number
  uniqueid: string
  linkedid: string
  application: string
  data: string
  /** In ms since 1970. */
  createdAt: number
  bridge: Bridge | null
  /** What hangs with this channel when somebody hangs it up from outside (`Hangup`). */
  onHangup: (() => void) | null
  /** Told once when whom it calls answers: the other half of a Local channel. */
  onAnswered: (() => void) | null
  /** Told once when the channel is gone: who listens to it, what limits or records it. */
  onGone: Set<() => void>
  role: Role | null
}

/** What sort of bridge, as its headers tell (`BridgeType`, `BridgeTechnology`, `BridgeCreator`, `BridgeName`). */
export type BridgeSort = { type: string; technology: string; creator: string; name: string }
export type Bridge = { id: string; channels: Channel[]; sort: BridgeSort }

/** One ringing phone of a caller who waits. */
export type Attempt = { member: Member; channel: Channel; since: number; cancelTimer: () => void }

/** One caller in one queue, from joining to the end of the talk. */
export type Visit = {
  queue: Queue
  channel: Channel
  /** In ms since 1970. */
  joinedAt: number
  originalPosition: number
  priority: number
  attempts: Attempt[]
  /** Undo of whatever is due for this caller: losing patience, a new try, the end of the talk. */
  timers: (() => void)[]
}

/** Two who call each other, through no queue. */
export type Pair = { caller: Channel; channel: Channel; target: Phone; timers: (() => void)[] }

/** One in a parking slot. `since`: ms since 1970. */
export type Parked = {
  channel: Channel
  bridge: Bridge
  since: number
  timeoutSeconds: number
  /** Who is called when the time is over: `PJSIP/401`. */
  parker: string
  cancelTimer: () => void
}

/** What a channel is in the middle of; of a talk from a queue only the caller's channel has one. */
type Role = { kind: 'waiting'; visit: Visit } | { kind: 'talking'; talk: Talk } | { kind: 'pair'; pair: Pair }

/** An answered visit. */
export type Talk = { visit: Visit; member: Member; channel: Channel; bridge: Bridge; answeredAt: number }
