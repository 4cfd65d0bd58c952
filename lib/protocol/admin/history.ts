import * as z from 'zod'

/** `GET /api/v1/admin/history`: how long it is kept, and how writing it down stands. */
export const historyStateSchema = z.object({
  keepDays: z.number(),
  /** Visits that wait to be written down; more than a moment's worth while the database takes none. */
  waiting: z.number(),
  /** Visits lost since the start, because more waited than can. */
  lost: z.number(),
  /** Since when nothing can be written down, in ms since 1970; `null`: all is well. */
  failingSince: z.number().nullable(),
  /** What the database says; `null`: all is well. */
  error: z.string().nullable(),
})
export type HistoryState = z.infer<typeof historyStateSchema>

/** `POST /api/v1/admin/callers/forget` */
export const forgetCallerSchema = z.strictObject({
  number: z.string().min(1).max(64).regex(/\d/, 'a number has digits'),
})

/** Of how many visits and calls number and name were taken; `underWay`: visits that still go on, and keep them. */
export const forgottenSchema = z.object({ visits: z.number(), calls: z.number(), underWay: z.number() })
export type Forgotten = z.infer<typeof forgottenSchema>
