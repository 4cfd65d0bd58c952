import type { CallId, ConferenceId, ParticipantId, PbxName } from './ids'

/** A room of ConfBridge while somebody is in it. */
export type Conference = {
  id: ConferenceId
  pbx: PbxName
  name: string
  locked: boolean
  /** `null`: it was open before we looked, and no list tells. */
  recording: boolean | null
  /** Everybody but admins muted. */
  muted: boolean
  /** ms since 1970; `null`: before we looked. */
  startedAt: number | null
}

export type Participant = {
  id: ParticipantId
  pbx: PbxName
  conference: ConferenceId
  uniqueid: string
  channel: string
  number: string | null
  name: string | null
  admin: boolean
  /** A marked user, whom others may wait for. */
  marked: boolean
  /** Waits for a marked user. */
  waiting: boolean
  muted: boolean
  /** `null`: not told (only where `talk_detection_events` is set), or not a word yet. */
  talking: boolean | null
  joinedAt: number | null
  call: CallId | null
}
