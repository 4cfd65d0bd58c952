import * as z from 'zod'
import { LIVE_FIGURES } from '@/lib/domain/live-figure'
import { moment } from './fields'
import { callerSchema, memberSchema } from './records'

/**
 * `GET /api/v1/explain/live?figure=&queues=`: who is in a figure of this moment. Asterisk keeps no counter of any over
 * time: they are counted from the records themselves.
 */
export const liveExplanationSchema = z.object({
  now: moment,
  figure: z.enum(LIVE_FIGURES),
  /** Names of queues in Asterisk. */
  queues: z.array(z.string()),
  /** How many; of `longestNow` how long, ms. `null`: nobody waits. */
  value: z.number().nullable(),
  /** Who waits, the first who came first; of a figure of members nobody. */
  callers: z.array(callerSchema),
  /** Of a figure of callers nobody. */
  members: z.array(memberSchema),
})
