import * as z from 'zod'

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

/** `GET /api/v1/me/day`: one's own day, as far as it was seen. */
export const myDaySchema = z.object({
  now: z.number(),
  /** Since when it was seen: the beginning of the board's day, or when we began to look. */
  since: z.number(),
  answered: z.number().int(),
  /** Rang here and was not taken. */
  notTaken: z.number().int(),
  /** Calls that one made oneself. */
  dialled: z.number().int(),
  averageTalkMs: z.number().nullable(),
  talkMs: z.number(),
  /** How long one did what as an agent, over all one's queues; `null`: is none today. */
  time: z
    .object({ readyMs: z.number(), pausedMs: z.number(), wrapUpMs: z.number(), loggedInMs: z.number() })
    .nullable(),
})
export type MyDay = z.infer<typeof myDaySchema>

/** Figures of one's own day that are counted from calls. */
export const MY_CALL_FIGURES = ['answered', 'notTaken', 'dialled', 'averageTalk', 'talk'] as const
export type MyCallFigure = (typeof MY_CALL_FIGURES)[number]

/** `GET /api/v1/me/calls?figure=`: the very calls that a figure of `/me/day` counts, the newest first. */
export const myCallsSchema = z.object({
  now: z.number(),
  since: z.number(),
  figure: z.enum(MY_CALL_FIGURES),
  /** How many calls, or how long they were talked in, ms; `null`: there is nothing to divide by. */
  value: z.number().nullable(),
  /** All talk of these calls, ms. */
  talkMs: z.number(),
  items: z.array(recentCallSchema),
})
export type MyCalls = z.infer<typeof myCallsSchema>
