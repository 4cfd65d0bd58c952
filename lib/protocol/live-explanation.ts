import * as z from 'zod'
import { LIVE_FIGURES } from '@/lib/domain/live-figure'
import { MEMBER_STATES } from '@/lib/domain/member'
import { moment } from './fields'
import { callerSchema, memberSchema } from './records'

const agentNowSchema = z.object({
  pbx: z.string(),
  interface: z.string(),
  name: z.string(),
  state: z.enum(MEMBER_STATES),
  /** `null`: that was before we looked. */
  since: moment.nullable(),
  /** Why they are paused, when they said so. */
  reason: z.string().nullable(),
  /** Names in Asterisk of the queues that they are in, as far as whoever asks may see them. */
  queues: z.array(z.string()),
})

/**
 * `GET /api/v1/explain/live?figure=&queues=&everywhere=`: who is in a figure of this moment. Asterisk keeps no counter of any over
 * time: they are counted from the records themselves.
 */
export const liveExplanationSchema = z.object({
  now: moment,
  figure: z.enum(LIVE_FIGURES),
  /** Names of queues in Asterisk. */
  queues: z.array(z.string()),
  /** How many; of `longestNow` how long, ms. `null`: nobody waits. */
  value: z.number().nullable(),
  /** Who waits, the first who came first; of any other figure nobody. */
  callers: z.array(callerSchema),
  /** Of a figure of members: `ready`, `onCall`, `paused`, `unavailable`. */
  members: z.array(memberSchema),
  /** Of a figure of people across queues, each person once. */
  agents: z.array(agentNowSchema),
})
export type LiveExplanation = z.infer<typeof liveExplanationSchema>
