import * as z from 'zod'
import { moment } from './fields'

/** Why visits cannot be written down, as far as it is known: no room, somebody else holds the database, it cannot be reached. */
export const KEEPING_FAULTS = ['full', 'locked', 'away', 'other'] as const
export type KeepingFault = (typeof KEEPING_FAULTS)[number]

/** `GET /api/v1/keeping`: whether visits are written down. */
export const keepingSchema = z.object({
  /** Since when they cannot be; `null`: they are. */
  failingSince: moment.nullable(),
  why: z.enum(KEEPING_FAULTS).nullable(),
  /** Visits that wait to be written down. */
  waiting: z.number(),
  /** Visits lost since the start, because more waited than can. */
  lost: z.number(),
})
export type Keeping = z.infer<typeof keepingSchema>
