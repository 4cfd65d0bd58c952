import type { CallId, PbxName, PhoneChannelId } from './ids'

/** `talking` also to the PBX itself: a queue, a menu, a mailbox. `held`: one of the two put the other on hold. */
export type PhoneChannelState = 'dialing' | 'ringing' | 'talking' | 'held' | 'parked'

/** What goes on at a phone or trunk: one channel of it, and who is at the other end. */
export type PhoneChannel = {
  id: PhoneChannelId
  pbx: PbxName
  uniqueid: string
  /** `PJSIP/101`, as hints and members name it. */
  endpoint: string
  state: PhoneChannelState
  /** When `state` began, ms since 1970; `null`: before we looked. */
  since: number | null
  /** The other end: its number and name, and its own endpoint where that is one of this PBX's. */
  otherNumber: string | null
  otherName: string | null
  otherEndpoint: string | null
  /** The call it belongs to; `null`: none that people would call one. */
  call: CallId | null
}
