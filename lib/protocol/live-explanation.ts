import * as z from 'zod'
import { LIVE_FIGURES } from '@/lib/domain/live-figure'
import { MEMBER_STATES } from '@/lib/domain/member'
import { SUMMARY_FIELDS } from '@/lib/domain/queue-summary'
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

/** When the picture of one PBX was last held against its own lists. */
const pictureCheckSchema = z.object({
  pbx: z.string(),
  isLive: z.boolean().describe('`false`: there is no connection to it, and nothing can be held against it now'),
  readAt: moment.nullable().describe('When all was last read anew from its lists; `null`: never yet'),
  auditedAt: moment
    .nullable()
    .describe('When the picture was last held against `QueueStatus`; `null`: not since the connection stands'),
  mended: z
    .object({ queues: z.number(), members: z.number(), callers: z.number() })
    .describe('How many differed then, of the queues asked for, and were put right'),
})
export type ToldCheck = z.infer<typeof pictureCheckSchema>

/** What Asterisk itself says of a figure of this moment. */
const liveAsteriskSchema = z.object({
  summary: z
    .object({ field: z.enum(SUMMARY_FIELDS), value: z.number(), wrapUp: z.number() })
    .nullable()
    .describe(
      'What `QueueSummary` would count beside it, by its own rule: of several queues the sum, of `LongestHoldTime` the longest, ms; `wrapUp`: how many of them are in wrap-up. `null`: it has no such count',
    ),
  checks: z.array(pictureCheckSchema),
})

/**
 * `GET /api/v1/explain/live?figure=&queues=&everywhere=`: who is in a figure of this moment. Asterisk keeps no counter of any over
 * time: they are counted from the records themselves, which are held against its lists.
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
  asterisk: liveAsteriskSchema,
})
export type LiveExplanation = z.infer<typeof liveExplanationSchema>
