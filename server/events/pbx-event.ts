import type { DeviceState, Membership } from '@/lib/domain/member'
import type { LineEvent } from './line-event'
import type { RoomEvent } from './room-event'
import type { On } from './timed'

/** Fields of `QueueParams`. Seconds and percent as Asterisk gives them. */
type QueueParamsFields = {
  strategy: string
  max: number
  weight: number
  /** Callers waiting, by Asterisk's own count. */
  calls: number
  holdtime: number
  talktime: number
  completed: number
  abandoned: number
  serviceLevelSeconds: number
  serviceLevelPerf: number
  serviceLevelPerf2: number
}

/**
 * Fields of a member as lists and `QueueMember…` events give them. Moments in ms since 1970, `null` for Asterisk's 0.
 * `undefined` everywhere: this message does not say (old versions say less), so what is known stays.
 */
export type MemberFields = {
  name: string
  interface: string
  stateInterface: string | undefined
  membership: Membership | undefined
  penalty: number | undefined
  ringInUse: boolean | undefined
  /** 0 when the member has no wrap-up of its own: AMI then does not tell the queue's. */
  wrapUpSeconds: number | undefined
  callsTaken: number | undefined
  lastCallAt: number | null | undefined
  lastPauseAt: number | null | undefined
  loggedInAt: number | null | undefined
  device: DeviceState
  /** From lists only: in live events `InCall` is 0 or 1 by chance (a race of threads in app_queue.c). */
  inCall: boolean | undefined
  paused: boolean
  /** `undefined` also on old versions' status events, which do not repeat the reason. */
  pausedReason: string | null | undefined
}

/** What events about one trait of a member say; absent: not said. */
export type MemberChange = {
  penalty?: number
  ringInUse?: boolean
  paused?: boolean
  pausedReason?: string | null
  lastPauseAt?: number | null
}

/** Caller or connected party; C-escapes undone, `<unknown>` and empty are `null`. */
export type PartyFields = { number: string | null; name: string | null }

/** A channel as snapshots in events and lists give it. */
export type ChannelFields = {
  uniqueid: string
  /** Equal to `uniqueid` where this Asterisk does not tell it (before 12). */
  linkedid: string
  name: string
  /** Asterisk's channel state: 0 down, 4 ring (it dials), 5 ringing, 6 up; `null`: not said. */
  state: number | null
  caller: PartyFields
  connected: PartyFields
  accountCode: string | null
  context: string | null
  exten: string | null
}

/**
 * What a bridge means for the people in it: `call` joins them into one call; in a `conference` everybody keeps a call
 * of their own (Asterisk keeps their Linkedids apart, too); `parking` lots and other `holding` bridges (agent pools)
 * connect nobody.
 */
export type BridgeKind = 'call' | 'conference' | 'parking' | 'holding'

/**
 * What happened at a PBX, in our words. `at`: ms since 1970, by the event's own `Timestamp` where it has one.
 * Live events and list items lead to the same words; where a list says more or is more to be trusted, the words differ.
 */
export type PbxEvent =
  // queues
  | On<'queueParams', { queue: string; params: QueueParamsFields }>
  /** Sent by the store when a complete list no longer names the queue; takes its members and callers along. */
  | On<'queueRemoved', { queue: string }>
  /** Sent by the store when it knows of a reset; `null`: of all queues. */
  | On<'queueCountersReset', { queue: string | null }>
  // members
  | On<'memberPut', { queue: string; member: MemberFields }>
  /** One trait of a member that is known already (old versions' pause, penalty and ring-in-use events). */
  | On<'memberChanged', { queue: string; interface: string; change: MemberChange }>
  | On<'memberRemoved', { queue: string; interface: string }>
  // callers in queues
  /** From a list: `joinedAt` is true to a second. */
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
  /** `at` is the moment of joining. `place`, here and below: where in the dialplan the channel is. */
  | On<'callerJoined', { queue: string; position: number; count: number; channel: ChannelFields; place?: string }>
  /** `position` is `null` where this Asterisk does not tell it (1.8). */
  | On<'callerLeft', { queue: string; position: number | null; count: number; uniqueid: string }>
  | On<
      'callerAbandoned',
      { queue: string; uniqueid: string; originalPosition: number; holdSeconds: number; place?: string }
    >
  /** The dialplan's word for how a queue was left, or not entered (`QUEUESTATUS`, apps/app_queue.c). */
  | On<'queueStatusSet', { uniqueid: string; status: string; caller: PartyFields }>
  /** A channel is at the door of a queue: it joins, or is turned away. */
  | On<'queueSought', { queue: string; uniqueid: string }>
  // agents
  | On<'agentCalled', { queue: string; interface: string; callerUniqueid: string | null; agentUniqueid: string | null }>
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
        holdSeconds: number
        talkSeconds: number
        reason: string
      }
    >
  /** `ringMs` `null`: the agent answered and hung up before the caller was put through. */
  | On<'agentRingNoAnswer', { queue: string; interface: string; callerUniqueid: string | null; ringMs: number | null }>
  // channels and bridges
  | On<'channelPut', { channel: ChannelFields }>
  /**
   * From a list: says also in which bridge the channel is, for how long (seconds) it has been there at all, and the queue
   * whose application runs there (absent: none).
   */
  | On<'channelListed', { channel: ChannelFields; bridge: string | null; seconds: number; queue?: string }>
  | On<'channelRenamed', { uniqueid: string; name: string }>
  /** Where `channelvars` of manager.conf names QUEUESTATUS, also how it left a queue (empty: no queue let it go), who called by it, and where it was. */
  | On<'channelHungUp', { uniqueid: string; cause: number; queueStatus?: string; caller?: PartyFields; place?: string }>
  | On<'hangupRequested', { uniqueid: string }>
  | On<'dialBegan', { caller: ChannelFields | null; callee: ChannelFields; dialString: string | null }>
  | On<'dialEnded', { callerUniqueid: string | null; calleeUniqueid: string | null; status: string }>
  /** `channel` takes the call for which the one of `targetUniqueid` rings. */
  | On<'pickedUp', { channel: ChannelFields; targetUniqueid: string }>
  | On<'bridgeListed', { bridge: string; kind: BridgeKind }>
  | On<'bridgeEntered', { bridge: string; kind: BridgeKind; channel: ChannelFields; swapUniqueid: string | null }>
  | On<'bridgeLeft', { bridge: string; uniqueid: string }>
  | On<'bridgeDestroyed', { bridge: string }>
  /** Two channels talk or stop talking, before there were bridges to enter (Asterisk 1.8 to 11). */
  | On<'channelsLinked', { one: string; two: string }>
  | On<'channelsUnlinked', { one: string; two: string }>
  /** The two halves of a Local channel. */
  | On<'localBridged', { one: ChannelFields; two: ChannelFields }>
  | On<'held', { uniqueid: string }>
  /** `inThreeWay`: as an attended transfer became a talk of three. */
  | On<'unheld', { uniqueid: string; inThreeWay?: boolean }>
  // what people asked of calls
  /** The phone that was to be rung first has answered, or will not; `uniqueid` is the ChannelId of the action. */
  | On<'originateEnded', { uniqueid: string; answered: boolean }>
  /** Somebody at channel `uniqueid` listens to another one. */
  | On<'spyStarted' | 'spyStopped', { uniqueid: string; spiedUniqueid: string | null }>
  | On<'recordingStarted' | 'recordingStopped', { uniqueid: string }>
  | On<'recordingMuted', { uniqueid: string; muted: boolean }>
  /** `byUniqueid` sent `uniqueid` on to `exten` and leaves. */
  | On<'blindTransferred', { byUniqueid: string; uniqueid: string | null; exten: string | null; succeeded: boolean }>
  /**
   * `byUniqueid` brought `transferee` together with whoever it asked, and leaves. It asked by `secondUniqueid`, its other
   * channel or the same. `bridge`: where they are together; `app`: nobody was asked, for the other channel was in this
   * application, which goes on with the transferee's channel.
   */
  | On<
      'attendedTransferred',
      {
        byUniqueid: string
        secondUniqueid: string | null
        transferee: ChannelFields | null
        bridge: string | null
        app: string | null
        succeeded: boolean
      }
    >
  // extensions and devices
  | On<'extensionPut', { exten: string; context: string; hint: string | null; status: number }>
  | On<'devicePut', { device: string; state: DeviceState }>
  | RoomEvent
  | LineEvent
  // the PBX itself
  | On<'reloaded', { module: string }>
  /** `uptimeSeconds` is `null` where this Asterisk does not tell it. */
  | On<'booted', { uptimeSeconds: number | null }>
  | On<'shutdown', { restart: boolean }>
  /** Time passes: closes minutes of trends. Sent by the store, never by a PBX. */
  | On<'tick'>

export type PbxEventType = PbxEvent['type']
