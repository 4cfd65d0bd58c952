import type { DeviceState, Membership } from '@/lib/domain/member'

/** Fields of `QueueParams`. Seconds and percent as Asterisk gives them. */
export type QueueParamsFields = {
  strategy: string
  max: number
  weight: number
  holdtime: number
  talktime: number
  completed: number
  abandoned: number
  serviceLevelSeconds: number
  serviceLevelPerf: number
  serviceLevelPerf2: number
}

/** Fields of a member as lists and `QueueMember…` events give them; moments in ms since 1970, `null` for 0. */
export type MemberFields = {
  name: string
  interface: string
  stateInterface: string
  membership: Membership
  penalty: number
  ringInUse: boolean | null
  wrapUpSeconds: number
  callsTaken: number
  lastCallAt: number | null
  lastPauseAt: number | null
  loggedInAt: number | null
  device: DeviceState
  inCall: boolean
  paused: boolean
  pausedReason: string | null
}

/** Caller or connected party; C-escapes undone, `<unknown>` and empty are `null`. */
export type PartyFields = { number: string | null; name: string | null }

/** A channel as snapshots in events and lists give it. */
export type ChannelFields = {
  uniqueid: string
  linkedid: string
  name: string
  /** Asterisk's channel state: 0 down, 4 ring (it dials), 5 ringing, 6 up. */
  state: number
  caller: PartyFields
  connected: PartyFields
  accountCode: string | null
  context: string
  exten: string
}

type On<Type extends string, Fields = unknown> = { type: Type; at: number } & Fields

/**
 * What happened at a PBX, in our words. `at`: ms since 1970, by the event's own `Timestamp` where it has one.
 * Whether an event came live or as a list item makes no difference to the reducers: both say what is true.
 */
export type PbxEvent =
  // queues
  | On<'queueParams', { queue: string; params: QueueParamsFields }>
  | On<'queueRemoved', { queue: string }>
  | On<'queueCountersReset', { queue: string | null }>
  // members
  | On<'memberPut', { queue: string; member: MemberFields }>
  | On<'memberRemoved', { queue: string; interface: string }>
  // callers in queues; `waitSeconds` from lists, else `at` is the moment of joining
  | On<
      'callerPut',
      {
        queue: string
        uniqueid: string
        channel: string
        position: number
        joinedAt: number
        priority: number
        party: PartyFields
      }
    >
  | On<'callerJoined', { queue: string; position: number; count: number; channel: ChannelFields }>
  | On<'callerLeft', { queue: string; position: number; count: number; uniqueid: string }>
  | On<'callerAbandoned', { queue: string; uniqueid: string; originalPosition: number; holdSeconds: number }>
  // agents
  | On<
      'agentCalled',
      { queue: string; interface: string; callerUniqueid: string | null; channel: ChannelFields | null }
    >
  | On<
      'agentConnected',
      {
        queue: string
        interface: string
        callerUniqueid: string | null
        agentUniqueid: string | null
        holdSeconds: number
        ringSeconds: number
      }
    >
  | On<
      'agentCompleted',
      {
        queue: string
        interface: string
        callerUniqueid: string | null
        agentUniqueid: string | null
        talkSeconds: number
        reason: string
      }
    >
  | On<'agentRingNoAnswer', { queue: string; interface: string; callerUniqueid: string | null; ringMs: number }>
  // channels and bridges
  | On<'channelPut', { channel: ChannelFields; bridge: string | null; seconds: number | null }>
  | On<'channelRenamed', { uniqueid: string; name: string }>
  | On<'channelHungUp', { uniqueid: string; cause: number }>
  | On<'hangupRequested', { uniqueid: string }>
  | On<'dialBegan', { caller: ChannelFields | null; callee: ChannelFields; dialString: string }>
  | On<'dialEnded', { callerUniqueid: string | null; calleeUniqueid: string; status: string }>
  | On<'bridgeEntered', { bridge: string; bridgeType: string; channel: ChannelFields; swapUniqueid: string | null }>
  | On<'bridgeLeft', { bridge: string; uniqueid: string }>
  | On<'bridgeDestroyed', { bridge: string }>
  | On<'localBridged', { one: string; two: string }>
  | On<'held', { uniqueid: string }>
  | On<'unheld', { uniqueid: string }>
  | On<'parked', { uniqueid: string; slot: string; channel: ChannelFields }>
  | On<'unparked', { uniqueid: string }>
  // extensions and devices
  | On<'extensionPut', { exten: string; context: string; hint: string; status: number }>
  | On<'devicePut', { device: string; state: DeviceState }>
  // the PBX itself
  | On<'reloaded', { module: string }>
  | On<'booted', { uptimeSeconds: number }>
  | On<'shutdown', { restart: boolean }>
  /** Time passes: closes minutes of trends. Sent by the store, never by a PBX. */
  | On<'tick'>

export type PbxEventType = PbxEvent['type']
