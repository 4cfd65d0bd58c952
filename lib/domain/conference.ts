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

/** A room and who is in it, those that came first, first. */
export type Room = { conference: Conference; people: readonly Participant[] }

/** All rooms, in the order of `conferences`. */
export function roomsOf(conferences: readonly Conference[], participants: readonly Participant[]): Room[] {
  const byRoom = new Map<ConferenceId, Participant[]>()
  for (const participant of participants) {
    const there = byRoom.get(participant.conference)
    if (there) there.push(participant)
    else byRoom.set(participant.conference, [participant])
  }
  return conferences.map((conference) => ({
    conference,
    people: (byRoom.get(conference.id) ?? []).toSorted(
      (one, other) => (one.joinedAt ?? 0) - (other.joinedAt ?? 0) || (one.id < other.id ? -1 : 1),
    ),
  }))
}
