import type { MailboxId, PbxName } from './ids'

/** A voice mailbox and what lies in it. */
export type Mailbox = {
  id: MailboxId
  pbx: PbxName
  /** `101@default` */
  mailbox: string
  /** Whose it is; `null`: not told. */
  name: string | null
  newMessages: number
  oldMessages: number
  urgentMessages: number
  /** When the counts last changed, ms since 1970; `null`: before we looked. */
  changedAt: number | null
}
