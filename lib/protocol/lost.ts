import * as z from 'zod'
import { ENDINGS } from '@/lib/domain/visit'
import { commandSchemas } from './commands'
import { moment } from './fields'

const text = z.string().nullable()

/** Which lost callers: `open` all who wait for a call back, `claimed` those of them that somebody has claimed. */
export const LOST_STATES = ['all', 'open', 'claimed', 'closed', 'calledBack'] as const
export type LostState = (typeof LOST_STATES)[number]

/** One who was lost, as far as whoever asks may see it; what happened in queues that one does not see is left out. */
export const lostCallerSchema = z.object({
  /** Of the first time: a visit, or a turning away. */
  id: z.string(),
  /** Lost for the first and for the last time, ms since 1970. */
  at: moment,
  lastAt: moment,
  number: text,
  name: text,
  /** Label of the queue of the last time; `null`: turned away, not known from which. */
  queue: text,
  queues: z.array(z.string()),
  ending: z.enum([...ENDINGS, 'turnedAway']),
  /** Of the last time, ms; `null`: was not let in. */
  waitMs: z.number().nullable(),
  /** How many calls. */
  times: z.number().int(),
  /** Hung up too soon for anybody to answer, each time. */
  isShort: z.boolean(),
  /** `POST …/{id}/call` calls them back, though the number may be masked here. */
  callable: z.boolean(),
  /** Stands in a queue again. */
  isWaiting: z.boolean(),
  /** Is being called back at this moment. */
  calling: z.object({ by: z.string(), since: moment }).nullable(),
  claim: z.object({ by: text, isOwn: z.boolean(), at: moment, until: moment }).nullable(),
  /** Calls back that nobody answered. */
  tries: z.array(z.object({ at: moment, by: text })),
  note: z.object({ text: z.string(), by: text, at: moment }).nullable(),
  /** Called again and was answered, was called back, or was done by hand. */
  closed: z.object({ how: z.enum(['answered', 'called', 'done']), by: text, at: moment, note: text }).nullable(),
})
export type LostCallerView = z.infer<typeof lostCallerSchema>

/** `GET /api/v1/lost`. Counts are of the same queues and time, whatever `state` was asked for; short ones are not in them. */
export const lostSchema = z.object({
  now: moment,
  /** From when on callers are looked after. */
  since: moment,
  items: z.array(lostCallerSchema),
  total: z.number().int(),
  next: z.string().nullable(),
  counts: z.object({
    all: z.number().int(),
    open: z.number().int(),
    claimed: z.number().int(),
    calledBack: z.number().int(),
    byHand: z.number().int(),
    short: z.number().int(),
  }),
  /** When nothing was seen: whoever was spoken with then is still taken for lost. */
  gaps: z.array(z.object({ pbx: z.string(), from: moment, to: moment })),
})
export type LostList = z.infer<typeof lostSchema>

export const MAX_LOST_NOTE = 500

/** Bodies of `POST /api/v1/lost/{id}/…`. */
export const claimSchema = z.strictObject({ takeOver: z.boolean().default(false) })
export const doneSchema = z.strictObject({
  note: z.string().trim().max(MAX_LOST_NOTE).nullable().default(null),
  takeOver: z.boolean().default(false),
})
export const noteSchema = z.strictObject({ note: z.string().trim().max(MAX_LOST_NOTE) })
/** `id` of the receipt to be, `phone` one of one's own; `null`: the preferred one. */
export const callBackSchema = z.strictObject({
  id: z.uuid(),
  phone: commandSchemas.dial.shape.phone,
  takeOver: z.boolean().default(false),
})

/** Why somebody was too late, with who was there before: `current` of a 409. */
export const lostConflictSchema = z.object({
  code: z.enum(['claimed', 'calling', 'closed', 'waiting']),
  current: z.object({ by: text, at: moment.nullable() }),
})
export type LostConflict = z.infer<typeof lostConflictSchema>
