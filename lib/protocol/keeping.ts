import * as z from 'zod'
import { moment } from './fields'

/** What history writes down as it happens. */
export const KEPT = ['visits', 'agentTimes', 'calls', 'replay'] as const
export type Kept = (typeof KEPT)[number]

/** Why something cannot be written down, as far as it is known: no room, somebody else holds the database, it cannot be reached. */
const KEEPING_FAULTS = ['full', 'locked', 'away', 'other'] as const
export type KeepingFault = (typeof KEEPING_FAULTS)[number]

const writingSchema = z.object({
  /** Since when it cannot be; `null`: it is. */
  failingSince: moment.nullable(),
  why: z.enum(KEEPING_FAULTS).nullable(),
  /** How many records wait to be written down. */
  waiting: z.number(),
  /** Records lost since the start, because more waited than can. */
  lost: z.number(),
})
export type Writing = z.infer<typeof writingSchema>

/** `GET /api/v1/keeping`: whether visits, agents' times, calls at phones and the day replay are written down. */
export const keepingSchema = z.record(z.enum(KEPT), writingSchema)
export type Keeping = z.infer<typeof keepingSchema>
