import type { Pbx } from '../pbx/pbx'
import type { Phone, Queue } from '../pbx/records'
import type { Pace } from './pace'

/** Calls that come to one queue: per real second, at a moment in ms since 1970. */
export type Stream = { queue: Queue; rate(now: number): number; highestRate(): number }

/** What all parts of the simulated day share. */
export type Day = {
  pbx: Pbx
  pace: Pace
  /** Phones of people who take transferred calls. */
  backOffice: readonly Phone[]
}
