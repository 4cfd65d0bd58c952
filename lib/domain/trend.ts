import type { QueueId } from './ids'

/** How many waited in a queue, minute by minute: the most at once in each, newest last, at most 60. */
export type Trend = {
  id: QueueId
  /** Start of the newest minute, in ms since 1970. */
  minute: number
  /** `null`: we were not looking (a gap, drawn as such). */
  waiting: readonly (number | null)[]
}
