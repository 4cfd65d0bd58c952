import type { CallerId, PbxName, QueueId } from './ids'

/** Someone who waits in a queue (`QueueEntry`, `QueueCallerJoin`). */
export type Caller = {
  id: CallerId
  pbx: PbxName
  queue: QueueId
  uniqueid: string
  channel: string
  /** 1 is next in line. */
  position: number
  /** When the wait began, in ms since 1970. */
  joinedAt: number
  priority: number
  /** `null`: withheld or unknown. Masked (`··17`) in views that may not see numbers. */
  number: string | null
  name: string | null
}
