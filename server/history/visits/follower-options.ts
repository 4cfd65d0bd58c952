import type { PbxName } from '@/lib/domain/ids'
import type { TurnedAway, Visit } from '@/lib/domain/visit'
import type { WrapUpOptions } from './wrap-ups'

/** What a follower asks, and whom it tells. */
export type FollowerOptions = {
  pbx: PbxName
  /** A channel's name as long as it is there, to tell Local halves apart. */
  channelName(uniqueid: string): string | null
  /** A member's name; `null`: not known. */
  memberName(queue: string, iface: string): string | null
  /** Who picked up a call that rang at a member's phone, by the channel that Asterisk tells for the agent's; `null`: nobody. */
  takerOf?(queue: string, agentUniqueid: string | null): { interface: string; name: string | null } | null
  /** Absent: what agents do is not told, and no wrap-up is known. */
  wrappingUp?: WrapUpOptions['memberOf']
  /** A visit has ended waiting, or its talk has, or more became known of it: the same id again replaces it. */
  told(visit: Visit): void
  /**
   * QUEUESTATUS of a channel that is there: empty where it left no queue of itself; `null`: it cannot be asked for. Absent:
   * it is always told.
   */
  askStatus?(uniqueid: string): Promise<string | null>
  /** Where in the dialplan a channel is that is there, as `place` of events; `null`: it cannot be asked for. */
  askPlace?(uniqueid: string): Promise<string | null>
  /** Is the other half of a Local channel; `null`: it is none, or is not known. */
  otherHalf?(uniqueid: string): string | null
  /** Does this Asterisk say of whoever is sent elsewhere that they stand there by now, when they leave the queue? */
  tellsPlaces?(): boolean
  /** Somebody was turned away at the door of a queue (full, no agents): no visit. */
  turnedAway?(one: TurnedAway): void
}
