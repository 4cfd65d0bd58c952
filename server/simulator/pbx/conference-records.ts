import type { Bridge, Channel } from './records'

/** A room of ConfBridge while somebody is in it. */
export type Conference = {
  name: string
  bridge: Bridge
  locked: boolean
  recording: boolean
  participants: Participant[]
}

export type Participant = {
  channel: Channel
  admin: boolean
  marked: boolean
  muted: boolean
  talking: boolean
  /** When the channel was answered, in ms since 1970. */
  answeredAt: number
}
