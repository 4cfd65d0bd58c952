import * as z from 'zod'
import { commandSchemas } from './commands'

/** Calls that ended, as far as they are remembered; numbers as whoever asks may see them. */
export const OUTCOMES = ['answered', 'abandoned', 'timedOut', 'left', 'noAnswer', 'busy', 'failed'] as const

/** `GET /api/v1/me/recent?kind=all|missed|out&limit=`, newest first: calls at one's own phones. */
const recentCallSchema = z.object({
  id: z.string(),
  /** When it began, ms since 1970. */
  at: z.number(),
  direction: z.enum(['in', 'out']),
  number: z.string().nullable(),
  name: z.string().nullable(),
  /** Label of the queue it came through. */
  queue: z.string().nullable(),
  waitMs: z.number().nullable(),
  talkMs: z.number().nullable(),
  outcome: z.enum(OUTCOMES),
})
export type RecentCall = z.infer<typeof recentCallSchema>
export const recentCallsSchema = z.object({ now: z.number(), items: z.array(recentCallSchema) })

/** `GET /api/v1/me/lost`, oldest first: callers of one's queues who were lost today and not spoken to since, repeats folded. */
const lostCallerSchema = z.object({
  id: z.string(),
  /** When they were lost for the last time. */
  at: z.number(),
  number: z.string().nullable(),
  name: z.string().nullable(),
  queue: z.string(),
  waitMs: z.number().nullable(),
  outcome: z.enum(OUTCOMES),
  /** How often they tried. */
  times: z.number().int(),
  /** `POST …/{id}/call` calls them back, though the number may be masked here. */
  callable: z.boolean(),
})
export type LostCaller = z.infer<typeof lostCallerSchema>
/** `POST /api/v1/me/lost/{id}/call`: `id` of the receipt to be, `phone` one of one's own; `null`: the preferred one. */
export const callBackSchema = z.strictObject({ id: z.uuid(), phone: commandSchemas.dial.shape.phone })
export const lostCallersSchema = z.object({ now: z.number(), items: z.array(lostCallerSchema) })

/** `GET /api/v1/me/day`: one's own day since midnight in the board's zone, as far as it was seen. */
export const myDaySchema = z.object({
  now: z.number(),
  /** Since when it was seen: midnight, or when we began to look. */
  since: z.number(),
  answered: z.number().int(),
  /** Rang here and was not taken. */
  notTaken: z.number().int(),
  /** Calls that one made oneself. */
  dialled: z.number().int(),
  averageTalkMs: z.number().nullable(),
  talkMs: z.number(),
})
export type MyDay = z.infer<typeof myDaySchema>
