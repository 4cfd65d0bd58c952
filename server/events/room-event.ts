import type { ChannelFields } from './pbx-event'
import type { On } from './timed'

/** What happens in parking lots and conferences. */
export type RoomEvent =
  // parking lots
  | On<'parkingLotPut', { name: string; first: number; last: number; timeoutSeconds: number | null }>
  /** `since`: when it was parked (lists tell how long ago, to a second). */
  | On<
      'parked',
      {
        slot: string
        channel: ChannelFields
        since: number
        lot: string
        /** Endpoint of who parked it, as a dial string. */
        parkedBy: string | null
        /** When it goes back; `null`: never, or not told. */
        timesOutAt: number | null
      }
    >
  | On<'unparked', { uniqueid: string }>
  // conferences
  /** Somebody enters the first. */
  | On<'conferenceStarted', { conference: string }>
  | On<'conferenceEnded', { conference: string }>
  /** From a list, which tells of no recording. */
  | On<'conferencePut', { conference: string; locked: boolean; muted: boolean }>
  /** One trait of a room. */
  | On<'conferenceChanged', { conference: string; change: { locked?: boolean; recording?: boolean } }>
  /** `muted` is `undefined` where this Asterisk does not tell it. */
  | On<'participantJoined', { conference: string; channel: ChannelFields; admin: boolean; muted: boolean | undefined }>
  /** From a list, which says more. */
  | On<
      'participantPut',
      {
        conference: string
        channel: ChannelFields
        traits: { admin: boolean; marked: boolean; waiting: boolean; muted: boolean; talking: boolean }
      }
    >
  | On<'participantChanged', { uniqueid: string; change: { muted?: boolean; talking?: boolean } }>
  | On<'participantLeft', { conference: string; uniqueid: string }>
