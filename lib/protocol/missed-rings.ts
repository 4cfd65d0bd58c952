import * as z from 'zod'
import { ENDINGS } from '@/lib/domain/visit'
import { moment } from './fields'
import { gapSchema } from './visits'

const text = z.string().nullable()

/** By what rings in vain can be ordered; `-` before it turns the order round. */
export const MISSED_SORTS = ['time', 'agent', 'queue', 'caller', 'rang', 'ending'] as const
export type MissedSort = (typeof MISSED_SORTS)[number]

/** An agent's phone that rang and was not answered, and what became of the caller, as whoever asks may see them. */
const missedRingSchema = z.object({
  /** The visit's id, and which of its rings: both together are unique. */
  visit: z.string(),
  ring: z.number().int(),
  pbx: z.string(),
  queue: z.string(),
  queueLabel: z.string(),
  interface: z.string(),
  /** The member's; the interface where none is known. */
  agentName: z.string(),
  at: moment.describe('When it began to ring'),
  rangMs: z.number().nullable().describe('ms; null: not told'),
  number: text,
  name: text,
  ending: z.enum(ENDINGS).describe('How the caller’s waiting ended'),
  leftAt: moment.describe('When it ended'),
  answeredBy: text.describe('The agent who took the caller at last'),
  isPartlyUnseen: z.boolean(),
})
export type MissedRingView = z.infer<typeof missedRingSchema>

/**
 * `GET /api/v1/missedRings?window=|from=&to=&queues=&agent=&sort=&limit=`: those of callers whose waiting ended within the
 * range; also as a file, by `format=csv|json`.
 */
export const missedRingsSchema = z.object({
  now: moment,
  from: moment,
  to: moment,
  /** Whose; `null`: of all agents. */
  agent: z.object({ interface: z.string(), name: z.string() }).nullable(),
  items: z.array(missedRingSchema),
  /** How many there are: the figure. The file has all of them. */
  total: z.number().int(),
  gaps: z.array(gapSchema),
})
export type MissedRings = z.infer<typeof missedRingsSchema>
